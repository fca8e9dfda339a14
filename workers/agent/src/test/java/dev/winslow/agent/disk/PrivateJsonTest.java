package dev.winslow.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateJsonTest {
    @TempDir
    private Path place;

    @Test
    void isReadByItsOwnerAlone() throws IOException {
        Path file = place.resolve("token.json");

        PrivateJson.write(file, "secret");

        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(PrivateJson.read(file, String.class)).hasValue("secret");
    }

    @Test
    void takesNothingOverFromAWriteThatWasCutShort() throws IOException {
        Path file = place.resolve("token.json");
        Path cutShort = Files.writeString(place.resolve("token.json.new"), "\"a longer text than what follows");
        Files.setPosixFilePermissions(cutShort, PosixFilePermissions.fromString("rw-rw-rw-"));

        PrivateJson.write(file, "secret");

        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(PrivateJson.read(file, String.class)).hasValue("secret");
        assertThat(cutShort).doesNotExist();
    }

    /** As the word to end does, when it comes while an attempt notes a step. */
    @Test
    void isWrittenByAThreadThatIsToEnd() throws IOException {
        Path file = place.resolve("verdict.json");

        Thread.currentThread().interrupt();
        PrivateJson.write(file, "over");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(PrivateJson.read(file, String.class)).hasValue("over");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
