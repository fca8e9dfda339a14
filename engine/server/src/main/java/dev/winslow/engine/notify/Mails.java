package dev.winslow.engine.notify;

import dev.winslow.api.notify.Notification;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Writes to people. */
@Component
class Mails {
    private static final String TIMEOUT_MILLIS = "10000";
    private static final int LONGEST_SUBJECT = 150;

    private final MailSettings settings;
    private final Optional<JavaMailSenderImpl> sender;

    Mails(MailSettings settings) {
        this.settings = settings;
        this.sender = settings.server().map(host -> sender(host, settings));
    }

    /** Why no mail can be sent at all, in a sentence. */
    Optional<String> fault() {
        return sender.isPresent()
                ? Optional.empty()
                : Optional.of("Nothing is sent: this server knows no mail server (winslow.mail.host).");
    }

    static void check(String address) {
        try {
            new InternetAddress(address, true).validate();
        } catch (AddressException e) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "\"" + address + "\" is no mail address: " + e.getMessage() + ".",
                    "Give one such as ann@example.org.");
        }
    }

    void send(Receiver.Email receiver, List<Notification> notifications) throws Undelivered {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(settings.from());
        mail.setTo(receiver.address());
        mail.setSubject(subject(notifications));
        mail.setText(notifications.stream().map(this::paragraph).collect(Collectors.joining("\n\n")) + "\n");
        try {
            sender.orElseThrow().send(mail);
        } catch (MailException e) {
            throw new Undelivered("The mail was not taken: " + oneLine(e.getMessage()), Undelivered.Meaning.LATER);
        }
    }

    private static String subject(List<Notification> notifications) {
        Notification first = notifications.getFirst();
        String more = notifications.size() == 1 ? "" : " (and " + (notifications.size() - 1) + " more)";
        String about =
                oneLine(first.project().orElse("Winslow") + ": " + first.data().text());
        return about.substring(0, Math.min(about.length(), LONGEST_SUBJECT)) + more;
    }

    private String paragraph(Notification notification) {
        return "%s: %s\n%s, %s%s%s"
                .formatted(
                        notification.project().orElse("A project"),
                        notification.data().text(),
                        notification.data().who(),
                        notification.timestamp(),
                        notification.data().runId().map(run -> ", run " + run).orElse(""),
                        notification
                                .data()
                                .projectId()
                                .flatMap(settings::page)
                                .map(page -> "\n" + page)
                                .orElse(""));
    }

    /** A line break in a name must not become a header of its own. */
    private static String oneLine(@org.jspecify.annotations.Nullable String text) {
        return String.valueOf(text).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static JavaMailSenderImpl sender(String host, MailSettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Optional.ofNullable(settings.username()).ifPresent(sender::setUsername);
        Optional.ofNullable(settings.password()).ifPresent(sender::setPassword);
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.auth", String.valueOf(settings.username() != null));
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.setProperty(
                "mail.smtp.ssl.enable", String.valueOf(settings.security() == MailSettings.Security.TLS));
        return sender;
    }
}
