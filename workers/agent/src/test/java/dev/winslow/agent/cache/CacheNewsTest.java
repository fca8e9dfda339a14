package dev.winslow.agent.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheNewsTest {
    private static final String LARGE = "aa" + "0".repeat(62);
    private static final String OTHER = "bb" + "0".repeat(62);

    @TempDir
    Path cache;

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void tellsOfLargeFilesOnceAndAgainWhenTheyChange() throws IOException {
        CacheNews news = new CacheNews(cache, () -> now);
        keep(LARGE, 1 << 20);
        keep("cc" + "0".repeat(62), 100);

        assertThat(news.news()).contains(List.of(LARGE));
        news.told(List.of(LARGE));
        later();
        assertThat(news.news()).isEmpty();
        keep(OTHER, 2 << 20);
        later();
        assertThat(news.news()).contains(List.of(LARGE, OTHER));
    }

    @Test
    void looksOnlyEverySoOften() throws IOException {
        CacheNews news = new CacheNews(cache, () -> now);

        assertThat(news.news()).contains(List.of());
        keep(LARGE, 1 << 20);

        assertThat(news.news()).isEqualTo(Optional.empty());
        news.untold();
        assertThat(news.news()).contains(List.of(LARGE));
    }

    private void later() {
        now = now.plus(Duration.ofMinutes(1));
    }

    private void keep(String digest, int size) throws IOException {
        Path folder = Files.createDirectories(cache.resolve(digest.substring(0, 2)));
        Files.write(folder.resolve(digest), new byte[size]);
    }
}
