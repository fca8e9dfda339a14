package dev.winslow.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.Progress;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    @Test
    void isUnknownAtTheVeryFirstTime() {
        assertThat(TimeLeft.of(seconds(5), List.of(), List.of())).isEmpty();
        assertThat(TimeLeft.of(seconds(5), at(1), List.of())).isEmpty();
    }

    @Test
    void comesFromProgressAloneWhereNothingElseIsKnown() {
        assertThat(TimeLeft.of(seconds(10), at(25), List.of())).contains(seconds(30));
        assertThat(TimeLeft.of(seconds(10), at(100), List.of())).contains(Duration.ZERO);
    }

    @Test
    void comesFromEarlierTimesWhereAStageTellsNoProgress() {
        assertThat(TimeLeft.of(seconds(10), List.of(), took(40))).contains(seconds(30));
        assertThat(TimeLeft.of(seconds(10), List.of(), took(40, 9000, 42))).contains(seconds(32));
        assertThat(TimeLeft.of(seconds(50), List.of(), took(40))).isEmpty();
    }

    @Test
    void trustsProgressMoreTheFurtherItIs() {
        assertThat(TimeLeft.of(seconds(10), at(10), took(50)).orElseThrow()).isEqualTo(seconds(45));
        assertThat(TimeLeft.of(seconds(90), at(90), took(50)).orElseThrow()).isEqualTo(seconds(5));
    }

    @Test
    void takesSeveralSubjectsTogether() {
        List<Progress> both = List.of(new Progress("read", 100), new Progress("write", 0));

        assertThat(TimeLeft.of(seconds(10), both, List.of())).contains(seconds(10));
    }

    private static Duration seconds(long number) {
        return Duration.ofSeconds(number);
    }

    private static List<Progress> at(double percent) {
        return List.of(new Progress("all", percent));
    }

    private static List<Duration> took(long... seconds) {
        return LongStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
    }
}
