package dev.winslow.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NotifySettingsTest {
    @Test
    void sendsNoMailUnlessAServerIsNamed() {
        MailSettings mail = bound(Map.of(), "winslow.mail", MailSettings.class);

        assertThat(mail)
                .isEqualTo(new MailSettings(
                        null, 587, null, null, "winslow@localhost", MailSettings.Security.STARTTLS, null));
        assertThat(mail.server()).isEmpty();
        assertThat(bound(Map.of("winslow.mail.host", ""), "winslow.mail", MailSettings.class)
                        .server())
                .isEmpty();
    }

    @Test
    void takesEveryKey() {
        MailSettings mail = bound(
                Map.of(
                        "winslow.mail.host", "smtp.example.org",
                        "winslow.mail.port", "465",
                        "winslow.mail.username", "me",
                        "winslow.mail.password", "sesame",
                        "winslow.mail.from", "winslow@example.org",
                        "winslow.mail.security", "tls",
                        "winslow.mail.pages", "https://winslow.example.org"),
                "winslow.mail",
                MailSettings.class);

        assertThat(mail)
                .isEqualTo(new MailSettings(
                        "smtp.example.org",
                        465,
                        "me",
                        "sesame",
                        "winslow@example.org",
                        MailSettings.Security.TLS,
                        "https://winslow.example.org"));
        assertThat(mail.toString()).doesNotContain("sesame");
    }

    @Test
    void keepsEventsForThreeDays() {
        assertThat(bound(Map.of(), "winslow.notify", NotifySettings.class).giveUpAfter())
                .isEqualTo(Duration.ofDays(3));
        assertThat(bound(Map.of("winslow.notify.give-up-after", "P7D"), "winslow.notify", NotifySettings.class)
                        .giveUpAfter())
                .isEqualTo(Duration.ofDays(7));
    }

    private static <T> T bound(Map<String, String> properties, String prefix, Class<T> type) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
