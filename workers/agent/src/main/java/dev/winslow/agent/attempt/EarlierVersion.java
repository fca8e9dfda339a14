package dev.winslow.agent.attempt;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.agent.workspace.Baseline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Attempts that a worker of an earlier version left: it kept a file for each of what lies in one now. */
final class EarlierVersion {
    private EarlierVersion() {}

    static Optional<Steps.Prepared> prepared(AttemptFolder folder) throws IOException {
        Path root = folder.root();
        Optional<Baseline> baseline = PrivateJson.read(root.resolve("baseline.json"), Baseline.class);
        if (baseline.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Steps.Prepared(
                baseline.get(),
                PrivateJson.read(root.resolve("image.json"), String.class),
                PrivateJson.read(root.resolve("started.json"), Instant.class)));
    }
}
