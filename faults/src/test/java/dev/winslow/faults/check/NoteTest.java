package dev.winslow.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteTest {
    private static final UUID ATTEMPT = UUID.randomUUID();

    @TempDir
    private Path notes = Path.of("");

    @Test
    void tellsWhatWasLeftEachTime() throws IOException {
        Files.writeString(
                notes.resolve(ATTEMPT.toString()), "begin\nend abc made/a-0.bin\nbegin\nend def made/a-0.bin\n");

        assertThat(Note.of(notes, ATTEMPT).ends()).containsExactly("abc made/a-0.bin", "def made/a-0.bin");
    }

    @Test
    void hasNoEndOfAProgramThatWasKilled() throws IOException {
        Files.writeString(notes.resolve(ATTEMPT.toString()), "begin\n");

        assertThat(Note.of(notes, ATTEMPT).ends()).isEmpty();
    }

    @Test
    void isEmptyForAnAttemptWhoseProgramNeverStarted() throws IOException {
        assertThat(Note.of(notes, ATTEMPT).ends()).isEmpty();
    }
}
