package dev.winslow.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SweepSettingsTest {
    @Test
    void sweepsHourlyWhatIsOlderThanAnyAddressThatWasSigned() {
        assertThat(bound(Map.of()))
                .isEqualTo(new SweepSettings(
                        Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(8), Duration.ofDays(1)));
    }

    @Test
    void takesEveryKey() {
        assertThat(bound(Map.of(
                        "winslow.sweep.interval", "PT2H",
                        "winslow.sweep.grace", "PT3H",
                        "winslow.sweep.upload-limit", "P10D",
                        "winslow.sweep.bucket-age", "P2D")))
                .isEqualTo(new SweepSettings(
                        Duration.ofHours(2), Duration.ofHours(3), Duration.ofDays(10), Duration.ofDays(2)));
    }

    @Test
    void countsBackFromNow() {
        Instant now = Instant.parse("2026-01-20T12:00:00Z");

        assertThat(bound(Map.of()).at(now))
                .isEqualTo(new SweepSettings.Limits(
                        Instant.parse("2026-01-20T06:00:00Z"),
                        Instant.parse("2026-01-12T12:00:00Z"),
                        Instant.parse("2026-01-19T12:00:00Z")));
    }

    private static SweepSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("winslow.sweep", SweepSettings.class);
    }
}
