package dev.winslow.api.stage;

import java.time.Duration;

/** A point of the curve: from so long after the start on, until the next point: mean of cores and GPUs, peak of memory. */
public record UsagePoint(Duration after, UsageLevel level) {}
