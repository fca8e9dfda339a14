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

    static Optional<Instant> begun(AttemptFolder folder) throws IOException {
        return PrivateJson.read(folder.root().resolve("begun.json"), Instant.class);
    }

    /** Where the stage was started: until then it is laid out afresh. */
    static Optional<Steps.Prepared> prepared(AttemptFolder folder) throws IOException {
        Path root = folder.root();
        Optional<Instant> started = PrivateJson.read(root.resolve("started.json"), Instant.class);
        if (started.isEmpty()) {
            return Optional.empty();
        }
        Path laid = root.resolve("baseline.json");
        Baseline baseline = PrivateJson.read(laid, Baseline.class)
                .orElseThrow(() -> new IOException(laid + " is gone, so what the stage changed cannot be told"));
        return Optional.of(
                new Steps.Prepared(baseline, PrivateJson.read(root.resolve("image.json"), String.class), started));
    }
}
