package dev.winslow.agent.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariablesFileTest {
    @TempDir
    private Path folder;

    @Test
    void takesValuesAsTheyStand() throws IOException {
        VariablesFile read = read("path=D:\\unsorted\\new\nregex=a\\d+b\npair=x=y:z\npadded=  two \nempty=\n");

        assertThat(read.values())
                .containsOnly(
                        entry("path", "D:\\unsorted\\new"),
                        entry("regex", "a\\d+b"),
                        entry("pair", "x=y:z"),
                        entry("padded", "  two "),
                        entry("empty", ""));
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void takesTheLastLineOfAName() throws IOException {
        assertThat(read("quality=bad\r\nquality=good").values()).containsOnly(entry("quality", "good"));
    }

    @Test
    void passesOverWhatSaysNothing() throws IOException {
        VariablesFile read = read("# of the second camera\n\n  quality=good\n");

        assertThat(read.values()).containsOnly(entry("quality", "good"));
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLargeToBeMeant() {
        assertThatThrownBy(() -> read("x".repeat(1 << 20) + "\n"))
                .isInstanceOf(VariablesFile.TooLarge.class)
                .hasMessageContaining("wrote 1048577 bytes");
    }

    @Test
    void tellsOfLinesThatSetNothingAndKeepsTheOthers() throws IOException {
        VariablesFile read = read("garbage line\n2y=hidden\nx:y=hidden\nquality=good\n");

        assertThat(read.values()).containsOnly(entry("quality", "good"));
        assertThat(read.faults())
                .hasSize(3)
                .allSatisfy(fault ->
                        assertThat(fault).contains("Expected NAME=value").doesNotContain("hidden"));
        assertThat(read.faults().getLast()).startsWith("Line 3 of");
    }

    @Test
    void tellsOfTheFirstFaultsOnly() throws IOException {
        assertThat(read("nothing\n".repeat(1000)).faults()).hasSize(10);
    }

    @Test
    void readsWhatIsNoTextAsFarAsItGoes() throws IOException {
        Path file = folder.resolve("variables");
        Files.write(file, new byte[] {'a', '=', (byte) 0xff, '\n', 'b', '=', '1'});

        assertThat(VariablesFile.read(file).values()).containsEntry("b", "1").containsKey("a");
    }

    @Test
    void isEmptyWithoutAFileAndBehindALink() throws IOException {
        assertThat(VariablesFile.read(folder.resolve("absent")).values()).isEmpty();
        Path other = Files.writeString(folder.resolve("other"), "secret=1");
        Path link = Files.createSymbolicLink(folder.resolve("link"), other);
        assertThat(VariablesFile.read(link).values()).isEmpty();
    }

    private VariablesFile read(String content) throws IOException {
        return VariablesFile.read(Files.writeString(folder.resolve("variables"), content));
    }
}
