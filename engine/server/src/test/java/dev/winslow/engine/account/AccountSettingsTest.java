package dev.winslow.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccountSettingsTest {
    @Test
    void remembersAMonthAndNamesNobodyUnlessToldOtherwise() {
        AccountSettings settings = bound(Map.of());

        assertThat(settings.rememberFor()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.administratorName()).isEmpty();
        assertThat(settings.administratorPassword()).isEmpty();
    }

    @Test
    void takesEveryKeyAndNeverPrintsThePassword() {
        AccountSettings settings = bound(Map.of(
                "winslow.accounts.remember-for", "P7D",
                "winslow.accounts.administrator", "ada",
                "winslow.accounts.password", "sesame"));

        assertThat(settings.rememberFor()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.administratorName()).contains("ada");
        assertThat(settings.administratorPassword()).contains("sesame");
        assertThat(settings.toString()).doesNotContain("sesame");
    }

    private static AccountSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("winslow.accounts", AccountSettings.class);
    }
}
