package dev.winslow.agent.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchedImagesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void namesThoseThatNoStageUsedForLong() throws IOException {
        FetchedImages images = open();
        images.fetched("old:1", NOON);
        images.fetched("used:1", NOON);
        images.used("used:1", NOON.plus(DAY));

        assertThat(open().unusedFor(DAY, NOON.plus(DAY).plusSeconds(1))).containsExactly("old:1");
    }

    @Test
    void leavesThoseThatTheWorkerDidNotFetch() throws IOException {
        FetchedImages images = open();
        images.used("loaded-by-hand:1", NOON);

        assertThat(images.unusedFor(DAY, NOON.plus(DAY.multipliedBy(9)))).isEmpty();
    }

    @Test
    void forgetsTheRemoved() throws IOException {
        FetchedImages images = open();
        images.fetched("old:1", NOON);
        images.removed("old:1");

        assertThat(open().unusedFor(DAY, NOON.plus(DAY.multipliedBy(9)))).isEmpty();
    }

    private FetchedImages open() throws IOException {
        return new FetchedImages(folder.resolve("images.json"));
    }
}
