package dev.winslow.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogChunkTest {
    @Test
    void givesBackTheLinesThatWerePutIn() {
        List<LogLine> lines = List.of(
                new LogLine(7, Instant.ofEpochMilli(1), LogStream.OUT, "grün"),
                new LogLine(8, Instant.ofEpochMilli(2), LogStream.ERR, ""),
                new LogLine(9, Instant.ofEpochMilli(3), LogStream.SYSTEM, "x".repeat(70_000)));

        assertThat(LogChunk.decompress(7, 3, new LogChunk(lines).compress())).isEqualTo(lines);
        assertThat(LogBlock.decompress(7, 3, LogBlock.compress(lines))).isEqualTo(lines);
    }

    @Test
    void cutsManyLinesIntoChunksThatADatabaseTakes() {
        Random random = new Random(1);
        List<LogLine> lines = IntStream.range(0, 10_000)
                .mapToObj(number -> new LogLine(
                        number,
                        Instant.EPOCH,
                        LogStream.OUT,
                        random.ints(100, 0x4e00, 0x9fff)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString()))
                .toList();

        List<LogChunk> chunks = LogChunk.of(lines);

        assertThat(chunks.stream().flatMap(chunk -> chunk.lines().stream())).containsExactlyElementsOf(lines);
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.compress()).hasSizeLessThan(1 << 20));
    }
}
