package dev.winslow.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WinslowSettingsTest {
    @Test
    void liesInTheHomeOfWhoeverStartsItAndAsksForASignInUnlessToldOtherwise() {
        WinslowSettings settings = bound(Map.of());

        assertThat(settings.data()).isEqualTo(Path.of(System.getProperty("user.home"), ".winslow"));
        assertThat(settings.trial()).isFalse();
        assertThat(settings.leaseDuration()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.heartbeatInterval()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.reserveAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.storage().server()).isEmpty();
        assertThat(settings.storage().publicEndpoint()).isNull();
        assertThat(settings.storage().accessKey()).isNull();
        assertThat(settings.storage().secretKey()).isNull();
        assertThat(settings.storage().region()).isEqualTo("us-east-1");
        assertThat(settings.storage().port()).isZero();
    }

    @Test
    void takesEveryKey() {
        WinslowSettings settings = bound(Map.of(
                "winslow.data", "/srv/winslow",
                "winslow.trial", "true",
                "winslow.lease-duration", "PT1M",
                "winslow.heartbeat-interval", "PT10S",
                "winslow.reserve-after", "PT5M"));

        assertThat(settings.data()).isEqualTo(Path.of("/srv/winslow"));
        assertThat(settings.trial()).isTrue();
        assertThat(settings.leaseDuration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.heartbeatInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.reserveAfter()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void givesASilentNodeNothingNewBeforeItsLeasesAreOver() {
        WinslowSettings usual = bound(Map.of());
        WinslowSettings patient = bound(Map.of("winslow.lease-duration", "PT2M"));

        assertThat(usual.nodeSilence()).isLessThan(usual.leaseDuration()).isEqualTo(Duration.ofSeconds(11));
        assertThat(patient.nodeSilence()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void takesEveryKeyOfTheStorage() {
        WinslowSettings.Storage storage = bound(Map.of(
                        "winslow.storage.endpoint", "http://minio:9000",
                        "winslow.storage.public-endpoint", "https://files.example",
                        "winslow.storage.access-key", "me",
                        "winslow.storage.secret-key", "sesame",
                        "winslow.storage.region", "eu-central-1",
                        "winslow.storage.port", "9001"))
                .storage();

        assertThat(storage)
                .isEqualTo(new WinslowSettings.Storage(
                        URI.create("http://minio:9000"),
                        URI.create("https://files.example"),
                        "me",
                        "sesame",
                        "eu-central-1",
                        9001));
        assertThat(storage.toString()).doesNotContain("sesame");
    }

    @Test
    void reachesAFolderInTheHome() {
        assertThat(bound(Map.of("winslow.data", "~/films")).data())
                .isEqualTo(Path.of(System.getProperty("user.home"), "films"));
    }

    private static WinslowSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("winslow", WinslowSettings.class);
    }
}
