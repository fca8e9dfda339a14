package dev.winslow.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void isReadByItsOwnerAloneWhereItIsWrittenOnce() throws IOException {
        Path file = place.resolve("assignment.json");

        PrivateJson.writeOnce(file, "secret");

        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(PrivateJson.read(file, String.class)).hasValue("secret");
        assertThat(PrivateJson.isWritten(file)).isTrue();
    }

    @Test
    void isAsGoodAsAbsentOnceItIsCleared() throws IOException {
        Path file = place.resolve("assignment.json");
        PrivateJson.writeOnce(file, "a longer text than what follows");

        PrivateJson.clear(file);

        assertThat(PrivateJson.read(file, String.class)).isEmpty();
        assertThat(PrivateJson.isWritten(file)).isFalse();
        assertThat(Files.readString(file)).doesNotContain("longer");

        PrivateJson.writeOnce(file, "short");

        assertThat(PrivateJson.read(file, String.class)).hasValue("short");
    }

    @Test
    void isAbsentWhereTheWritingOfItWasCutShort() throws IOException {
        Path fresh = Files.writeString(place.resolve("fresh.json"), "[1, ");
        Path cleared = Files.writeString(place.resolve("cleared.json"), "[1, \0\0\0\0");

        assertThat(PrivateJson.read(fresh, int[].class)).isEmpty();
        assertThat(PrivateJson.read(cleared, int[].class)).isEmpty();
    }

    @Test
    void isDamagedWhereItWasWrittenAsAWholeAndCannotBeRead() throws IOException {
        Path damaged = Files.writeString(place.resolve("prepared.json"), "[1, \n");

        assertThatThrownBy(() -> PrivateJson.read(damaged, int[].class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("prepared.json is damaged; remove it");
    }

    @Test
    void needsNoClearingWhereThereIsNone() throws IOException {
        Path absent = place.resolve("absent.json");

        PrivateJson.clear(absent);

        assertThat(absent).doesNotExist();
        assertThat(PrivateJson.isWritten(absent)).isFalse();
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
