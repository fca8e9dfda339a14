package dev.winslow.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    private static final int TIMES = 300;

    @TempDir
    private Path place;

    @Test
    void deletesWhatIsReadOnlyAndLeavesWhatIsLinked() throws IOException {
        Path kept = Files.writeString(
                Files.createDirectory(place.resolve("elsewhere")).resolve("kept"), "x");
        Path folder = Files.createDirectory(place.resolve("attempt"));
        Files.writeString(Files.createDirectory(folder.resolve("inner")).resolve("file"), "x");
        Files.createSymbolicLink(folder.resolve("link"), kept.getParent());
        Files.setPosixFilePermissions(folder.resolve("inner"), PosixFilePermissions.fromString("r-x------"));

        Folders.delete(folder);
        Folders.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(kept).hasContent("x");
    }

    @Test
    void deletesALinkAndNotWhatItLeadsTo() throws IOException {
        Path kept = Files.writeString(
                Files.createDirectory(place.resolve("elsewhere")).resolve("kept"), "x");
        Path link = Files.createSymbolicLink(place.resolve("link"), kept.getParent());

        Folders.delete(link);

        assertThat(link).doesNotExist();
        assertThat(kept).hasContent("x");
    }

    @Test
    void deletesFoldersWithinFoldersThatAreReadOnly() throws IOException {
        Path folder = place.resolve("attempt");
        Path inner = Files.createDirectories(folder.resolve("one/two"));
        Files.writeString(inner.resolve("file"), "x");
        for (Path each : List.of(inner, folder.resolve("one"), folder)) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("r-x------"));
        }

        Folders.delete(folder);

        assertThat(folder).doesNotExist();
    }

    /** As the measuring of an attempt does, which learns from a file that the attempt is forgotten. */
    @Test
    void deletesWhatSomebodyStillWritesInto() throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            for (int time = 0; time < TIMES; time++) {
                Path folder = Files.createDirectory(place.resolve("attempt-" + time));
                Path sign = Files.writeString(folder.resolve("assignment.json"), "{}");
                Future<Integer> writer = threads.submit(() -> writeWhile(sign, folder.resolve("usage.json")));

                while (Files.notExists(folder.resolve("usage.json"))) {
                    Thread.onSpinWait();
                }
                Files.delete(sign);
                Folders.delete(folder);

                assertThat(folder).doesNotExist();
                assertThat(writer.get()).isPositive();
            }
        }
    }

    /** Answers how often. A folder that is gone ends it, too. */
    private static int writeWhile(Path sign, Path file) {
        int times = 0;
        try {
            while (Files.exists(sign)) {
                PrivateJson.write(file, "as much as that");
                times++;
            }
        } catch (IOException gone) {
            return times;
        }
        return times;
    }
}
