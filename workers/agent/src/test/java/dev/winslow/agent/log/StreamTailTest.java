package dev.winslow.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.log.LogStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamTailTest {
    @TempDir
    Path folder;

    @Test
    void countsEachStateOfAProgressBarAndWindowsEndsOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "10 %\r20 %\rdone\r\nlast");
        StreamTail tail = new StreamTail(LogStream.OUT, file, 0);

        assertThat(tail.read(false)).extracting(StreamTail.Found::text).containsExactly("10 %", "20 %", "done");
        assertThat(tail.read(false)).isEmpty();
        assertThat(tail.read(true)).extracting(StreamTail.Found::text).containsExactly("last");
    }
}
