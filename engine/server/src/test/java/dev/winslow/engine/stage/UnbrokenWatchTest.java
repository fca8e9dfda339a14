package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnbrokenWatchTest {
    private static final Duration LEASE = Duration.ofSeconds(15);

    private Instant now = Instant.parse("2026-03-29T00:59:00Z");
    private final UnbrokenWatch watch = new UnbrokenWatch(LEASE, now);

    @Test
    void givesNodesTheLengthOfALeaseAfterTheStart() {
        assertThat(looks(7)).isFalse();
        assertThat(looks(1)).isTrue();
    }

    @Test
    void givesItThemAgainWhenTheServerStoodStill() {
        looks(8);

        now = now.plusSeconds(60);

        assertThat(looks(1)).isFalse();
        assertThat(looks(7)).isFalse();
        assertThat(looks(1)).isTrue();
    }

    @Test
    void givesItThemAgainWhenTheClockIsSetBack() {
        looks(8);

        now = now.minusSeconds(3600);

        assertThat(looks(1)).isFalse();
        assertThat(looks(8)).isTrue();
    }

    @Test
    void takesALongRoundForNoBreak() {
        looks(8);

        now = now.plusSeconds(60);
        watch.busyUntil(now);

        assertThat(looks(1)).isTrue();
    }

    /** Two seconds from each to the next. */
    private boolean looks(int many) {
        boolean answer = false;
        for (int i = 0; i < many; i++) {
            now = now.plusSeconds(2);
            answer = watch.isLongEnough(now);
        }
        return answer;
    }
}
