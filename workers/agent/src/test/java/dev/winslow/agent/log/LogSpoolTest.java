package dev.winslow.agent.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSpoolTest {
    @TempDir
    Path folder;

    @Test
    void readsFromAnyNumberOnUntilABatchIsFull() throws IOException {
        try (LogSpool spool = spool()) {
            spool.append(lines(0, 1200), Instant.EPOCH);

            assertThat(spool.read(700, 3, 1000))
                    .extracting(LogLine::text)
                    .containsExactly("line 700", "line 701", "line 702");
            assertThat(spool.read(1198, 100, 1000)).extracting(LogLine::number).containsExactly(1198L, 1199L);
            assertThat(spool.read(0, 100, 10)).hasSize(2);
            assertThat(spool.read(1200, 100, 1000)).isEmpty();
        }
    }

    @Test
    void readsLinesLongerThanItsBuffer() throws IOException {
        String text = "x".repeat(200_000);
        try (LogSpool spool = spool()) {
            spool.append(List.of(new StreamTail.Found(LogStream.ERR, text, 200_001)), Instant.EPOCH);

            assertThat(spool.read(0, 10, 10)).extracting(LogLine::text).containsExactly(text);
        }
    }

    @Test
    void leavesNoFileWhereNothingWasSaid() throws IOException {
        try (LogSpool spool = spool()) {
            assertThat(spool.count()).isZero();
            assertThat(spool.read(0, 10, 10)).isEmpty();
        }

        assertThat(folder.resolve("lines")).doesNotExist();
    }

    @Test
    void doesNotCountWhatCouldNotBeWritten() throws IOException {
        Path later = folder.resolve("later/lines");
        try (LogSpool spool = new LogSpool(later, line -> {})) {
            assertThatThrownBy(() -> spool.append(lines(0, 2), Instant.EPOCH)).isInstanceOf(IOException.class);
            assertThat(spool.count()).isZero();
            assertThat(spool.read(0, 10, 10)).isEmpty();

            Files.createDirectory(later.getParent());
            spool.append(lines(5, 6), Instant.EPOCH);
            assertThat(spool.read(0, 10, 10)).extracting(LogLine::text).containsExactly("line 5");
        }
    }

    @Test
    void goesOnBehindTheLastWholeLineAfterACrash() throws IOException {
        try (LogSpool spool = spool()) {
            spool.append(lines(0, 3), Instant.EPOCH);
        }
        Files.writeString(folder.resolve("lines"), "4 1767225600000000 OUT lin", StandardOpenOption.APPEND);

        List<LogLine> seen = new ArrayList<>();
        try (LogSpool spool = new LogSpool(folder.resolve("lines"), seen::add)) {
            assertThat(seen).extracting(LogLine::text).containsExactly("line 0", "line 1", "line 2");
            assertThat(spool.position(LogStream.OUT)).isEqualTo(3);

            spool.append(lines(3, 4), Instant.EPOCH);
            assertThat(spool.read(2, 10, 1000)).extracting(LogLine::number).containsExactly(2L, 3L);
        }
    }

    private LogSpool spool() throws IOException {
        return new LogSpool(folder.resolve("lines"), line -> {});
    }

    private static List<StreamTail.Found> lines(int from, int end) {
        return IntStream.range(from, end)
                .mapToObj(number -> new StreamTail.Found(LogStream.OUT, "line " + number, number + 1))
                .toList();
    }

    @Test
    void keepsTimeStreamAndTextOfALine() throws IOException {
        Instant time = Instant.parse("2026-01-02T03:04:05.678901Z");
        try (LogSpool spool = spool()) {
            spool.append(List.of(new StreamTail.Found(LogStream.SYSTEM, "two  spaces\nand ü", 7)), time);

            assertThat(spool.read(0, 10, 10))
                    .containsExactly(new LogLine(0, time, LogStream.SYSTEM, "two  spaces and ü"));
        }
    }
}
