package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.notify.CreateRule;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.Notification;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.notify.RuleView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.Ids;
import dev.winslow.engine.http.WebhookReceiver.Received;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Receivers that are told of events. */
interface NotificationsContract {
    List<EventKind> BOTH = List.of(EventKind.RUN_STARTED, EventKind.RUN_CANCELLED);

    ServerOnADatabase server();

    GreenMail mailServer();

    @Test
    default void tellsAWebhookOfItsProjectInOrderAndSigned() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                Scene other = new Scene(server()).deployOneStage();
                WebhookReceiver receiver = new WebhookReceiver()) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(receiver.address()), BOTH);

            other.start(other.project());
            UUID run = scene.start(project).id();
            scene.cancel();

            Received started = receiver.next();
            Notification cancelled = receiver.next().notification();
            assertThat(started.notification().type()).isEqualTo("RUN_STARTED");
            assertThat(started.notification().project()).contains(project.name());
            assertThat(started.notification().data().runId()).contains(run);
            assertThat(started.id())
                    .isEqualTo(String.valueOf(started.notification().data().id()));
            assertThat(started.signature()).isEqualTo(signature(made.secret().orElseThrow(), started));
            assertThat(cancelled.type()).isEqualTo("RUN_CANCELLED");
            await().untilAsserted(() ->
                    assertThat(show(scene, project, made).deliveredAt()).isPresent());
            assertThat(receiver.hasMore()).isFalse();
            remove(scene, project, made);
        }
    }

    @Test
    default void losesNothingWhileAWebhookIsDown() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver receiver = new WebhookReceiver()) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(receiver.address()), BOTH);

            receiver.answer(503);
            scene.start(project);
            scene.cancel();
            Received refused = receiver.next();
            await().untilAsserted(() ->
                    assertThat(show(scene, project, made).nextTryAt()).isPresent());
            assertThat(show(scene, project, made).fault()).contains("The webhook answered 503.");
            receiver.answer(200);
            server().clock().leap(Duration.ofSeconds(11));

            Received again = receiver.next();
            assertThat(again.id()).isEqualTo(refused.id());
            assertThat(again.notification()).isEqualTo(refused.notification());
            assertThat(receiver.next().notification().type()).isEqualTo("RUN_CANCELLED");
            await().untilAsserted(
                            () -> assertThat(show(scene, project, made).fault()).isEmpty());
            remove(scene, project, made);
        }
    }

    @Test
    default void tellsAWebhookThatWasAwayAltogether() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedRule made =
                    rule(scene, project, new Receiver.Webhook(URI.create("http://127.0.0.1:1/nobody")), BOTH);

            scene.start(project);

            await().untilAsserted(() -> assertThat(show(scene, project, made).fault())
                    .get()
                    .asString()
                    .startsWith("The webhook cannot be reached: ConnectException"));
            remove(scene, project, made);
        }
    }

    @Test
    default void givesUpWhatIsTooOldAndTellsWhatIsNew() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver receiver = new WebhookReceiver()) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(receiver.address()), BOTH);
            receiver.answer(500);
            scene.start(project);
            receiver.next();
            await().untilAsserted(() ->
                    assertThat(show(scene, project, made).nextTryAt()).isPresent());

            server().clock().leap(Duration.ofDays(4));
            receiver.next();
            await().untilAsserted(() -> assertThat(show(scene, project, made).givenUp())
                    .get()
                    .asString()
                    .startsWith("1 events from")
                    .contains("given up after 72 hours: The webhook answered 500."));
            receiver.answer(200);
            scene.cancel();
            server().clock().leap(Duration.ofHours(1));

            assertThat(receiver.next().notification().type()).isEqualTo("RUN_CANCELLED");
            remove(scene, project, made);
        }
    }

    @Test
    default void passesOverAnEventThatIsRefusedAgainAndAgain() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver receiver = new WebhookReceiver()) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(receiver.address()), BOTH);
            receiver.answer(422);
            scene.start(project);
            scene.cancel();
            for (int tried = 1; tried < 8; tried++) {
                assertThat(receiver.next().notification().type()).isEqualTo("RUN_STARTED");
                await().untilAsserted(
                                () -> assertThat(show(scene, project, made).nextTryAt())
                                        .hasValueSatisfying(next -> assertThat(next)
                                                .isAfter(server().clock().instant())));
                server().clock().leap(Duration.ofHours(1));
            }
            assertThat(receiver.next().notification().type()).isEqualTo("RUN_STARTED");

            assertThat(receiver.next().notification().type()).isEqualTo("RUN_CANCELLED");
            assertThat(show(scene, project, made).givenUp())
                    .get()
                    .asString()
                    .contains("given up after 8 tries: The webhook answered 422.");
            remove(scene, project, made);
        }
    }

    @Test
    default void letsNoSlowReceiverHoldUpAnother() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver slow = new WebhookReceiver().hold();
                WebhookReceiver quick = new WebhookReceiver()) {
            ProjectView project = scene.project();
            CreatedRule first = rule(scene, project, new Receiver.Webhook(slow.address()), BOTH);
            CreatedRule second = rule(scene, project, new Receiver.Webhook(quick.address()), BOTH);

            scene.start(project);
            slow.next();
            scene.cancel();

            assertThat(quick.next().notification().type()).isEqualTo("RUN_STARTED");
            assertThat(quick.next().notification().type()).isEqualTo("RUN_CANCELLED");
            assertThat(slow.hasMore()).isFalse();
            remove(scene, project, first);
            remove(scene, project, second);
        }
    }

    @Test
    default void followsNoRedirect() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver receiver = new WebhookReceiver().answer(307)) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(receiver.address()), BOTH);

            scene.start(project);

            receiver.next();
            await().untilAsserted(() -> assertThat(show(scene, project, made).fault())
                    .contains("The webhook answered 307: redirects are not followed."));
            assertThat(receiver.hasMore()).isFalse();
            remove(scene, project, made);
        }
    }

    @Test
    default void tellsNothingMoreToAWebhookThatIsGone() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver receiver = new WebhookReceiver().answer(410)) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(receiver.address()), BOTH);

            scene.start(project);

            receiver.next();
            await().untilAsserted(() ->
                    assertThat(show(scene, project, made).enabled()).isFalse());
            assertThat(show(scene, project, made).fault()).get().asString().contains("told nothing more");
        }
    }

    @Test
    default void writesToAMailBox() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            scene.caller.patchJson(
                    Paths.PROJECTS + "/" + project.id(), "{\"name\": \"Brücke\\r\\nBcc: all@example.org\"}");
            String box = "ann-" + Ids.secret().substring(0, 8) + "@example.org";
            CreatedRule made = rule(scene, project, new Receiver.Email(box), List.of(EventKind.RUN_STARTED));

            UUID run = scene.start(project).id();

            MimeMessage mail = await().until(
                            () -> Stream.of(mailServer().getReceivedMessagesForDomain(box))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
            assertThat(mail.getSubject()).startsWith("Brücke Bcc: all@example.org: started a run");
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getFrom()[0]).hasToString("winslow@localhost");
            assertThat(GreenMailUtil.getBody(mail))
                    .contains(run.toString())
                    .contains("https://winslow.example.org/projects/" + project.id());
            assertThat(made.secret()).isEmpty();
            remove(scene, project, made);
        }
    }

    static CreatedRule rule(Scene scene, ProjectView project, Receiver receiver, List<EventKind> kinds) {
        return scene.caller
                .post(rulesOf(project), new CreateRule(kinds, receiver, Optional.empty()))
                .as(CreatedRule.class);
    }

    static RuleView show(Scene scene, ProjectView project, CreatedRule made) {
        return scene.caller.get(rulesOf(project)).listOf(RuleView.class).stream()
                .filter(rule -> rule.id().equals(made.rule().id()))
                .findFirst()
                .orElseThrow();
    }

    static void remove(Scene scene, ProjectView project, CreatedRule made) {
        assertThat(scene.caller
                        .delete(rulesOf(project) + "/" + made.rule().id())
                        .status())
                .isEqualTo(204);
    }

    static String rulesOf(ProjectView project) {
        return Paths.PROJECT_NOTIFICATIONS.replace("{project}", project.id().toString());
    }

    /** As a receiver computes it that knows Standard Webhooks and the secret. */
    static String signature(String secret, Received received) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        String signed = received.id() + "." + received.timestamp() + "." + received.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
