package dev.winslow.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.log.LogStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamTailTest {
    @TempDir
    Path folder;

    @Test
    void countsEachStateOfAProgressBarAndWindowsEndsOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "10 %\r20 %\rdone\r\nlast");
        StreamTail tail = new StreamTail(LogStream.OUT, file, new SecretMask(List.of()), 0);

        assertThat(tail.read(false)).extracting(StreamTail.Found::text).containsExactly("10 %", "20 %", "done");
        assertThat(tail.read(false)).isEmpty();
        assertThat(tail.read(true)).extracting(StreamTail.Found::text).containsExactly("last");
    }

    @Test
    void cutsALongLineBetweenCharactersAndLosesNothing() throws IOException {
        String text = "x" + "ü".repeat(StreamTail.LONGEST);
        StreamTail tail = new StreamTail(
                LogStream.OUT,
                Files.writeString(folder.resolve("out"), text + "\nnext\n"),
                new SecretMask(List.of()),
                0);

        List<String> lines =
                tail.read(false).stream().map(StreamTail.Found::text).toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).hasSize(StreamTail.LONGEST / 2 + 1 + StreamTail.CUT.length());
        assertThat(String.join("", lines).replace(StreamTail.CUT, "")).isEqualTo(text + "next");
    }

    @Test
    void showsZerosAndBrokenBytesAsSigns() throws IOException {
        byte[] bytes = {'a', 0, 'b', (byte) 0xff, (byte) 0xc3, '\n'};
        StreamTail tail =
                new StreamTail(LogStream.ERR, Files.write(folder.resolve("err"), bytes), new SecretMask(List.of()), 0);

        assertThat(tail.read(false)).extracting(StreamTail.Found::text).containsExactly("a\u2400b\ufffd\ufffd");
    }

    @Test
    void readsALineWithoutAnEndThatFillsTheWindow() throws IOException {
        byte[] bytes = new byte[1 << 19];
        java.util.Arrays.fill(bytes, (byte) 0x80);
        StreamTail tail =
                new StreamTail(LogStream.OUT, Files.write(folder.resolve("out"), bytes), new SecretMask(List.of()), 0);

        int characters = 0;
        for (List<StreamTail.Found> lines = tail.read(true); !lines.isEmpty(); lines = tail.read(true)) {
            characters += lines.stream()
                    .mapToInt(line -> line.text().replace(StreamTail.CUT, "").length())
                    .sum();
        }

        assertThat(characters).isEqualTo(bytes.length);
    }
}
