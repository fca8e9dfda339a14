package dev.winslow.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogChunkTest {
    @Test
    void givesBackTheLinesThatWerePutIn() {
        List<LogLine> lines = List.of(
                new LogLine(7, Instant.ofEpochMilli(1), LogStream.OUT, "grün"),
                new LogLine(8, Instant.ofEpochMilli(2), LogStream.ERR, ""),
                new LogLine(9, Instant.ofEpochMilli(3), LogStream.SYSTEM, "x".repeat(70_000)));

        LogChunk back = LogChunk.decompress(7, 3, new LogChunk(lines).compress());

        assertThat(back.lines()).isEqualTo(lines);
    }
}
