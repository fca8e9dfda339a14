package dev.winslow.agent.executor;

import java.time.Duration;

/** What the program of a stage has used so far, and holds now. */
public record StageLoad(Duration cpuTime, long memoryBytes) {}
