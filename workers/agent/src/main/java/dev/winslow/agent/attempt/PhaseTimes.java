package dev.winslow.agent.attempt;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.worker.Phases;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long an attempt was at what, told from the files that its steps leave, so that a worker that was restarted knows it too. */
final class PhaseTimes {
    private static final Logger LOG = LoggerFactory.getLogger(PhaseTimes.class);

    private PhaseTimes() {}

    static void begin(AttemptFolder folder, InstantSource clock) throws IOException {
        if (Files.notExists(folder.begun())) {
            PrivateJson.write(folder.begun(), clock.instant());
        }
    }

    /** Empty where it cannot be told: no result waits for it. */
    static Optional<Phases> of(AttemptFolder folder, InstantSource clock) {
        try {
            Optional<Instant> begun = PrivateJson.read(folder.begun(), Instant.class);
            Optional<Instant> started = PrivateJson.read(folder.started(), Instant.class);
            Instant now = clock.instant();
            Instant ended = Files.exists(folder.verdict())
                    ? Files.getLastModifiedTime(folder.verdict()).toInstant()
                    : now;
            return begun.map(beginning -> new Phases(
                    between(beginning, started.orElse(ended)),
                    started.map(start -> between(start, ended)),
                    between(ended, now)));
        } catch (IOException unreadable) {
            LOG.warn("How long the attempt in {} was at what cannot be told", folder.root(), unreadable);
            return Optional.empty();
        }
    }

    /** A clock that was set back meanwhile makes it nothing. */
    private static Duration between(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }
}
