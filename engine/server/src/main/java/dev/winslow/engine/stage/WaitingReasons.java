package dev.winslow.engine.stage;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why queued stages have no node yet, as the last placement found. */
@Component
class WaitingReasons {
    private volatile Map<String, String> reasons = Map.of();

    Optional<String> of(String jobId) {
        return Optional.ofNullable(reasons.get(jobId));
    }

    void replace(Map<String, String> byJob) {
        reasons = Map.copyOf(byJob);
    }
}
