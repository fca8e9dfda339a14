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
        assertThat(PrivateJson.readOnce(file, String.class)).hasValue("secret");
        assertThat(PrivateJson.isWritten(file)).isTrue();
    }

    @Test
    void isAsGoodAsAbsentOnceItIsCleared() throws IOException {
        Path file = place.resolve("assignment.json");
        PrivateJson.writeOnce(file, "a longer text than what follows");

        PrivateJson.clear(file);

        assertThat(PrivateJson.readOnce(file, String.class)).isEmpty();
        assertThat(PrivateJson.isWritten(file)).isFalse();
        assertThat(Files.readString(file)).doesNotContain("longer");

        PrivateJson.writeOnce(file, "short");

        assertThat(PrivateJson.readOnce(file, String.class)).hasValue("short");
    }

    @Test
    void isAbsentWhereTheWritingOfItWasCutShort() throws IOException {
        Path fresh = Files.writeString(place.resolve("fresh.json"), "[1, ");
        Path cleared = Files.writeString(place.resolve("cleared.json"), "[1, \0\0\0\0");

        assertThat(PrivateJson.readOnce(fresh, int[].class)).isEmpty();
        assertThat(PrivateJson.readOnce(cleared, int[].class)).isEmpty();
    }

    @Test
    void isWrittenOverOneThatWasCutShort() throws IOException {
        Path file = Files.writeString(place.resolve("verdict.json"), "[1, 2, 3, 4, 5, 6, ");

        PrivateJson.writeOnce(file, new int[] {7});

        assertThat(PrivateJson.readOnce(file, int[].class).orElseThrow()).containsExactly(7);
    }

    /** As a power failure leaves it: the folder has its new name, and the file what it held before. */
    @Test
    void isAbsentWhereItWasWrittenUnderAnotherName() throws IOException {
        Path first = Files.createDirectory(place.resolve("first"));
        PrivateJson.writeOnce(first.resolve("verdict.json"), "over");

        Path second = Files.move(first, place.resolve("second"));

        assertThat(PrivateJson.readOnce(second.resolve("verdict.json"), String.class))
                .isEmpty();
    }

    @Test
    void isReadWhereAnEarlierVersionWroteIt() throws IOException {
        Path file = Files.writeString(place.resolve("verdict.json"), "[1]");

        assertThat(PrivateJson.readOnce(file, int[].class).orElseThrow()).containsExactly(1);
    }

    @Test
    void isDamagedWhereItWasWrittenAsAWholeAndCannotBeRead() throws IOException {
        Path damaged = Files.writeString(place.resolve("prepared.json"), "[1, \n" + place.getFileName() + "\n");

        assertThatThrownBy(() -> PrivateJson.readOnce(damaged, int[].class))
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
