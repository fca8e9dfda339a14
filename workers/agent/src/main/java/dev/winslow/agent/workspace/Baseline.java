package dev.winslow.agent.workspace;

import dev.winslow.api.artifact.Area;
import java.time.Instant;
import java.util.List;

/** The files that a stage may change, as they stood when all were laid out. */
public record Baseline(Instant taken, List<Entry> entries) {
    public Baseline {
        entries = List.copyOf(entries);
    }

    /** One file, by its area and path. */
    public record Entry(Area area, String path, String sha256, Fingerprint fingerprint) {}
}
