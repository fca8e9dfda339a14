package dev.winslow.agent.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramDigestsTest {
    private final ProgramDigests digests = new ProgramDigests();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void changesWithTheBytesOfTheProgram() throws IOException {
        Path program = Files.writeString(folder.resolve("tool.jar"), "one");
        List<String> command = List.of("java", "-jar", program.toString());
        String one = digests.of(command);
        Files.setLastModifiedTime(program, FileTime.from(Instant.EPOCH));
        assertThat(digests.of(command)).isEqualTo(one).startsWith("sha256:");

        Files.writeString(program, "two");

        assertThat(digests.of(command)).isNotEqualTo(one);
    }

    @Test
    void changesWithTheWordsOfTheCommand() throws IOException {
        assertThat(digests.of(List.of("sh", "-c"))).isNotEqualTo(digests.of(List.of("sh", "-ce")));
    }
}
