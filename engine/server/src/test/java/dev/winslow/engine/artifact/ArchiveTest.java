package dev.winslow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ArchiveTest {
    private static final byte[] TEXT = "1,2\n".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void makesTextSmallerAndLeavesFilmsAsTheyAre() throws IOException {
        Path saved = save(Map.of("a.csv", file("a.csv", TEXT.length), "a.mp4", file("a.mp4", TEXT.length)));

        try (ZipFile zip = new ZipFile(saved.toFile())) {
            assertThat(zip.getEntry("a.csv").getCompressedSize()).isLessThan(200);
            assertThat(zip.getEntry("a.mp4").getCompressedSize()).isGreaterThanOrEqualTo(TEXT.length);
            assertThat(zip.getInputStream(zip.getEntry("a.mp4"))).hasBinaryContent(TEXT);
        }
    }

    @Test
    void hasNoEndWhereAFileIsShorterThanItShouldBe() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Archive archive = archive(Map.of("a.mp4", file("a.mp4", TEXT.length + 1)));

        assertThatThrownBy(() -> archive.writeTo(out))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a.mp4");

        Path broken = Files.write(folder.resolve("broken.zip"), out.toByteArray());
        assertThatThrownBy(() -> new ZipFile(broken.toFile()).close()).isInstanceOf(ZipException.class);
    }

    @Test
    void namesLeadNowhereElse() {
        assertThat(Archives.safe("plots/east/a b.csv")).isEqualTo("plots/east/a b.csv");
        assertThat(Archives.safe("../../etc/passwd")).isEqualTo("_/_/etc/passwd");
        assertThat(Archives.safe("/etc/./passwd")).isEqualTo("_/etc/_/passwd");
        assertThat(Archives.safe("..\\windows\nx")).isEqualTo(".._windows_x");
    }

    @Test
    void namesAreApartAlsoWhereUpperAndLowerCaseAreOne() {
        Set<String> taken = new HashSet<>();

        assertThat(Archives.free(taken, "plots/Speed.csv")).isEqualTo("plots/Speed.csv");
        assertThat(Archives.free(taken, "plots/speed.csv")).isEqualTo("plots/speed.csv-2");
        assertThat(Archives.free(taken, "plots/SPEED.csv")).isEqualTo("plots/SPEED.csv-3");
        assertThat(Archives.free(taken, "plots/speeds.csv")).isEqualTo("plots/speeds.csv");
    }

    @Test
    void readsNoFileWhereOnlyTheHeadersAreAskedFor() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Archive archive = new Archive(Map.of("a.csv", file("a.csv", TEXT.length)), id -> {
            throw new IllegalStateException("It was read");
        });

        archive.send(new MockHttpServletRequest("HEAD", "/files.zip"), response, "all");

        assertThat(response.getContentType()).isEqualTo("application/zip");
        assertThat(response.getHeader("Content-Disposition")).contains("all.zip");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private Path save(Map<String, FileView> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        archive(entries).writeTo(out);
        return Files.write(folder.resolve("all.zip"), out.toByteArray());
    }

    private static Archive archive(Map<String, FileView> entries) {
        return new Archive(entries, id -> new ByteArrayInputStream(TEXT));
    }

    private static FileView file(String path, long size) {
        return new FileView(
                UUID.randomUUID(),
                Area.OUTPUT,
                path,
                size,
                "0".repeat(64),
                Instant.parse("2026-01-02T12:00:00Z"),
                Optional.empty(),
                Optional.empty());
    }
}
