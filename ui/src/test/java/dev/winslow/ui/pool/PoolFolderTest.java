package dev.winslow.ui.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PoolFolderTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final FileView NIGHT = file("night.mp4", 1, NOON);
    private static final FileView EAST = file("bridge/2026/east.mp4", 10, NOON.plusSeconds(60));
    private static final FileView WEST = file("bridge/2026/west.mp4", 100, NOON);
    private static final FileView OLD = file("bridge/old.mp4", 1000, NOON);
    private static final FileView OTHER = file("bridge-2/other.mp4", 10_000, NOON);
    private static final List<FileView> ALL = List.of(NIGHT, OLD, EAST, WEST, OTHER);

    @Test
    void showsFoldersFirstEachWithAllThatLiesInIt() {
        assertThat(PoolFolder.TOP.rows(ALL, Map.of(), ""))
                .containsExactly(
                        new PoolRow.Folder("bridge", "bridge", 1110, NOON.plusSeconds(60)),
                        new PoolRow.Folder("bridge-2", "bridge-2", 10_000, NOON),
                        new PoolRow.Film("night.mp4", NIGHT, List.of()));
    }

    @Test
    void showsWhatLiesInAFolderByTheNamesThatItHasThere() {
        assertThat(new PoolFolder("bridge").rows(ALL, Map.of(), " "))
                .containsExactly(
                        new PoolRow.Folder("bridge/2026", "2026", 110, NOON.plusSeconds(60)),
                        new PoolRow.Film("old.mp4", OLD, List.of()));
    }

    @Test
    void findsWhatLiesBelowToo() {
        assertThat(new PoolFolder("bridge").rows(ALL, Map.of(), "2026/W "))
                .containsExactly(new PoolRow.Film("2026/west.mp4", WEST, List.of()));
        assertThat(new PoolFolder("bridge/2026").rows(ALL, Map.of(), "old")).isEmpty();
    }

    @Test
    void knowsEveryFolder() {
        assertThat(PoolFolder.all(ALL)).containsExactly("bridge", "bridge-2", "bridge/2026");
        assertThat(PoolFolder.typed(" /bridge/2026/ ").wayDown())
                .extracting(PoolFolder::path)
                .containsExactly("bridge", "bridge/2026");
        assertThat(PoolFolder.TOP.wayDown()).isEmpty();
        assertThat(PoolFolder.of(NIGHT)).isEqualTo(PoolFolder.TOP);
        assertThat(PoolFolder.of(EAST)).isEqualTo(new PoolFolder("bridge/2026"));
    }

    @Test
    void opensAFolderWhoseNameHasBlanksAroundIt() {
        FileView film = file(" bridge /film.mp4", 1, NOON);
        assertThat(PoolFolder.of(film).rows(List.of(film), Map.of(), ""))
                .containsExactly(new PoolRow.Film("film.mp4", film, List.of()));
        assertThat(PoolFolder.of(film).path()).isEqualTo(" bridge ");
    }

    private static FileView file(String path, long size, Instant at) {
        return new FileView(
                UUID.nameUUIDFromBytes(path.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Area.INPUT,
                path,
                size,
                "0".repeat(64),
                at,
                Optional.empty(),
                Optional.empty());
    }
}
