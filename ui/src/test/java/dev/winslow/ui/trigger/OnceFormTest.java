package dev.winslow.ui.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnceFormTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime TWICE = LocalDateTime.of(2026, 10, 25, 2, 30);
    private static final Instant FIRST = Instant.parse("2026-10-25T00:30:00Z");
    private static final Instant SECOND = Instant.parse("2026-10-25T01:30:00Z");

    @Test
    void keepsTheTimeThatWasNotChangedInTheHourThatComesTwice() {
        assertThat(OnceForm.read(TWICE, Optional.of(SECOND), BERLIN)).isEqualTo(SECOND);
        assertThat(OnceForm.read(TWICE, Optional.of(FIRST), BERLIN)).isEqualTo(FIRST);
        Instant exact = SECOND.plusNanos(1_000_001);
        assertThat(OnceForm.read(TWICE.plusNanos(1_000_000), Optional.of(exact), BERLIN))
                .isEqualTo(exact);
    }

    @Test
    void readsWhatWasTyped() {
        assertThat(OnceForm.read(TWICE, Optional.empty(), BERLIN)).isEqualTo(FIRST);
        assertThat(OnceForm.read(TWICE.plusHours(1), Optional.of(SECOND), BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T02:30:00Z"));
    }
}
