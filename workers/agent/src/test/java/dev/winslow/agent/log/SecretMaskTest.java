package dev.winslow.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.log.LogStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretMaskTest {
    private static final SecretMask MASK = new SecretMask(List.of("sesame-öffne-dich", "sesame", "me-ö", "dich!"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void masksTheLongerOfTwoSecretsFirst() {
        assertThat(MASK.mask("sesame-öffne-dich sesame")).isEqualTo("••• •••");
    }

    @Test
    void masksASecretWhereverALineIsCut() throws IOException {
        for (int before = StreamTail.LONGEST - 30; before < StreamTail.LONGEST + 5; before++) {
            String line = "x".repeat(before) + "sesame-öffne-dich and sesame" + "y".repeat(40);

            assertThat(masked(line))
                    .as("after %d", before)
                    .isEqualTo("x".repeat(before) + "••• and •••" + "y".repeat(40));
        }
    }

    @Test
    void masksASecretThatIsWrittenInTwoParts() throws IOException {
        Path file = folder.resolve("parts.log");
        StreamTail tail = new StreamTail(LogStream.OUT, file, MASK, 0);
        String before = "x".repeat(StreamTail.LONGEST - 3);
        Files.writeString(file, before + "sesame-");
        List<StreamTail.Found> found = new ArrayList<>(tail.read(false));
        Files.writeString(file, before + "sesame-öffne-dich\n");
        found.addAll(tail.read(false));

        assertThat(joined(found)).isEqualTo(before + "•••");
    }

    @Test
    void cutsALineThatIsNothingButSecrets() throws IOException {
        String line = "sesame".repeat(StreamTail.LONGEST);

        assertThat(masked(line)).isEqualTo("•••".repeat(StreamTail.LONGEST));
    }

    private String masked(String line) throws IOException {
        Path file = folder.resolve("line.log");
        Files.writeString(file, line + "\n");
        StreamTail tail = new StreamTail(LogStream.OUT, file, MASK, 0);
        return joined(tail.read(true));
    }

    private static String joined(List<StreamTail.Found> found) {
        return found.stream()
                .map(each -> MASK.mask(each.text().replace(StreamTail.CUT, "")))
                .collect(Collectors.joining());
    }
}
