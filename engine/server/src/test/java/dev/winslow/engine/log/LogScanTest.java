package dev.winslow.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.engine.problem.ProblemException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogScanTest {
    private static final long FAR = System.nanoTime() + 3_600_000_000_000L;

    @Test
    void findsWhatThePatternFindsOnTheStreamsThatAreAskedFor() {
        LogScan scan = new LogScan(LogPattern.compile("fr.me"), Set.of(LogStream.OUT), 10, FAR);

        assertThat(scan.take(line(0, LogStream.OUT, "frame 1"))).isTrue();
        assertThat(scan.take(line(1, LogStream.ERR, "frame 2"))).isTrue();
        assertThat(scan.take(line(2, LogStream.OUT, "done"))).isTrue();

        assertThat(scan.found()).extracting(LogLine::number).containsExactly(0L);
        assertThat(scan.next()).isEqualTo(3);
    }

    @Test
    void leavesOffWhenItHasEnough() {
        LogScan scan = new LogScan(LogPattern.compile(""), Set.of(), 2, FAR);

        assertThat(scan.take(line(0, LogStream.OUT, "a"))).isTrue();
        assertThat(scan.take(line(1, LogStream.SYSTEM, "b"))).isFalse();
    }

    @Test
    void leavesOffWhenItHasLookedForLongEnough() {
        LogScan scan = new LogScan(LogPattern.compile("x"), Set.of(), 2, System.nanoTime() - 1);

        assertThat(scan.take(line(0, LogStream.OUT, "a"))).isFalse();
        assertThat(scan.next()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a{1000}){1000}",
                "((((a{1000}){1000}){1000}){1000}){1000}",
                "(a|b){900,}(c{7}){999}",
                "(x{90}){90}"
            })
    void refusesWhatWouldTakeTheServersMemory(String pattern) {
        assertThatThrownBy(() -> LogPattern.compile(pattern))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("too large");
    }

    private static LogLine line(long number, LogStream stream, String text) {
        return new LogLine(number, Instant.EPOCH, stream, text);
    }
}
