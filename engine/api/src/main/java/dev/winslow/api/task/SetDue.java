package dev.winslow.api.task;

import java.time.Instant;
import java.util.Optional;

/** @param at when the task is to be done; absent to leave it as the pipeline says */
public record SetDue(Optional<Instant> at) {}
