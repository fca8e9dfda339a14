package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.FoundFile;
import dev.winslow.engine.artifact.FoundFiles;
import dev.winslow.engine.artifact.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody puts into the folder of the embedded storage, past any S3 client. */
interface FilesPutByHandContract {
    ServerOnADatabase server();

    @Test
    default void tellsOfWhatCameIntoTheFolderOfTheEmbeddedStorageByHand() throws IOException, InterruptedException {
        FoundFiles found = server().context().getBean(FoundFiles.class);
        found.look(Duration.ZERO);
        String key = "by-hand-" + UUID.randomUUID() + ".mp4";
        Path file =
                server().data().resolve("storage/objects").resolve(Pool.BUCKET).resolve(key);
        Files.write(file, FilesContract.BYTES);

        found.look(Duration.ZERO);

        assertThat(waiting())
                .filteredOn(waiting -> waiting.key().equals(key))
                .singleElement()
                .satisfies(
                        waiting -> assertThat(waiting.problem().orElseThrow()).contains("no ETag", "by an S3 client"));
        Files.delete(file);
        found.look(Duration.ZERO);
        assertThat(waiting()).extracting(FoundFile::key).doesNotContain(key);
    }

    private List<FoundFile> waiting() {
        return server().caller().get(Paths.POOL_FOUND).listOf(FoundFile.class);
    }
}
