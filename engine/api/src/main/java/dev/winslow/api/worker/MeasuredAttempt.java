package dev.winslow.api.worker;

import dev.winslow.api.stage.AttemptUsage;

/** What an attempt has used so far; the newest counts. */
public record MeasuredAttempt(Lease lease, AttemptUsage usage) {}
