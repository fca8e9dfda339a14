package dev.winslow.agent.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which files the server should know to lie in the cache, so that it sends stages to where their files are: the largest ones. */
public final class CacheNews {
    private static final long WORTH_TELLING = 1L << 20;
    private static final int MOST = 1000;
    private static final Duration PACE = Duration.ofSeconds(30);

    private final Shelves shelves;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private Optional<List<String>> told = Optional.empty();

    public CacheNews(Path root, InstantSource clock) {
        this.shelves = new Shelves(root);
        this.clock = clock;
    }

    /** Their digests; absent where nothing has changed, or it was looked just before. */
    public Optional<List<String>> news() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return Optional.empty();
        }
        next = now.plus(PACE);
        List<String> present = present();
        return told.filter(present::equals).isPresent() ? Optional.empty() : Optional.of(present);
    }

    /** The server knows them now. */
    public void told(List<String> digests) {
        told = Optional.of(digests);
    }

    /** It was not told, and is to be soon. */
    public void untold() {
        next = Instant.MIN;
    }

    private List<String> present() {
        try {
            return shelves.oldestFirst().stream()
                    .filter(file -> file.size() >= WORTH_TELLING)
                    .sorted(Comparator.comparingLong(Shelves.Kept::size).reversed())
                    .limit(MOST)
                    .map(file -> String.valueOf(file.path().getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException gone) {
            // A file that went while it was looked at; without the hint stages still run.
            return told.orElse(List.of());
        }
    }
}
