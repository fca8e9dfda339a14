package dev.winslow.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    @Test
    void isUnknownAtTheVeryFirstTime() {
        assertThat(TimeLeft.of(seconds(5), List.of(), Optional.empty())).isEmpty();
        assertThat(TimeLeft.of(seconds(5), at(1), Optional.empty())).isEmpty();
    }

    @Test
    void comesFromProgressAloneWhereNothingElseIsKnown() {
        assertThat(TimeLeft.of(seconds(10), at(25), Optional.empty())).contains(seconds(30));
        assertThat(TimeLeft.of(seconds(10), at(100), Optional.empty())).contains(Duration.ZERO);
    }

    @Test
    void comesFromEarlierTimesWhereAStageTellsNoProgress() {
        assertThat(TimeLeft.of(seconds(10), List.of(), took(40))).contains(seconds(30));
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

        assertThat(TimeLeft.of(seconds(10), both, Optional.empty())).contains(seconds(10));
    }

    private static Duration seconds(long number) {
        return Duration.ofSeconds(number);
    }

    private static List<Progress> at(double percent) {
        return List.of(new Progress("all", percent));
    }

    private static Optional<Duration> took(long seconds) {
        return Optional.of(seconds(seconds));
    }
}
