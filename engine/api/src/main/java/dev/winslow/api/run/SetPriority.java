package dev.winslow.api.run;

import java.util.Optional;

/** Absent, a run has its project's again, and a project the usual one, 0. */
public record SetPriority(Optional<Integer> priority) {
    public SetPriority {
        priority = priority == null ? Optional.empty() : priority;
    }
}
