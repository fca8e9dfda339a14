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
import dev.winslow.engine.http.People.Somebody;
import dev.winslow.engine.http.WebhookReceiver.Received;
import dev.winslow.engine.security.TokenKind;
import dev.winslow.engine.security.TokenService;
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
    default void tellsNothingOfWhatHappenedWhileARuleWasDisabled() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver receiver = new WebhookReceiver()) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(receiver.address()), BOTH);
            scene.caller.post(of(project) + "/" + made.rule().id() + "/disable");
            scene.start(project);
            scene.caller.post(of(project) + "/" + made.rule().id() + "/enable");
            scene.cancel();

            assertThat(receiver.next().notification().type()).isEqualTo("RUN_CANCELLED");
            remove(scene, project, made);
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
            assertThat(GreenMailUtil.getBody(mail)).contains(run.toString());
            assertThat(made.secret()).isEmpty();
            remove(scene, project, made);
        }
    }

    @Test
    default void keepsAPersonsRulesToThemselves() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver receiver = new WebhookReceiver()) {
            Caller bob = scene.caller.with(
                    server().context().getBean(TokenService.class).issue(TokenKind.USER, "bob"));
            CreatedRule made = bob.post(
                            Paths.MY_NOTIFICATIONS,
                            new CreateRule(BOTH, new Receiver.Webhook(receiver.address()), Optional.empty()))
                    .as(CreatedRule.class);

            scene.start(scene.project());

            assertThat(receiver.next().notification().type()).isEqualTo("RUN_STARTED");
            assertThat(bob.get(Paths.MY_NOTIFICATIONS).listOf(RuleView.class))
                    .extracting(RuleView::id)
                    .containsExactly(made.rule().id());
            assertThat(scene.caller.get(Paths.MY_NOTIFICATIONS).listOf(RuleView.class))
                    .isEmpty();
            String path = Paths.MY_NOTIFICATIONS + "/" + made.rule().id();
            assertThat(scene.caller.delete(path).status()).isEqualTo(404);
            assertThat(bob.delete(path).status()).isEqualTo(204);
        }
    }

    @Test
    default void tellsNothingToWhoIsDisabled() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver ofBob = new WebhookReceiver();
                WebhookReceiver ofAll = new WebhookReceiver()) {
            People people = new People(server());
            Somebody bob = people.user();
            ProjectView project = scene.project();
            CreatedRule all = rule(scene, project, new Receiver.Webhook(ofAll.address()), BOTH);
            CreatedRule his = bob.caller()
                    .post(
                            Paths.MY_NOTIFICATIONS,
                            new CreateRule(BOTH, new Receiver.Webhook(ofBob.address()), Optional.empty()))
                    .as(CreatedRule.class);
            people.disable(bob);
            scene.start(project);
            scene.cancel();
            ofAll.next();
            ofAll.next();
            await().until(() -> reached(his) >= reached(all));

            people.enable(bob);
            UUID later = scene.start(project).id();

            assertThat(ofBob.next().notification().data().runId()).contains(later);
            remove(scene, project, all);
            assertThat(bob.caller()
                            .delete(Paths.MY_NOTIFICATIONS + "/" + his.rule().id())
                            .status())
                    .isEqualTo(204);
        }
    }

    private long reached(CreatedRule made) {
        return server().database()
                .sql("select reached from notification_rule where id = :id")
                .param("id", made.rule().id())
                .query(Long.class)
                .single();
    }

    @Test
    default void showsASecretOnceAndRefusesWhatIsNoReceiver() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedRule made =
                    rule(scene, project, new Receiver.Webhook(URI.create("https://example.org/hook")), List.of());

            assertThat(scene.caller.get(of(project)).body())
                    .contains("RUN_FAILED", "TASK_OPENED")
                    .doesNotContain(made.secret().orElseThrow(), "whsec_");
            assertThat(refusal(scene, project, new Receiver.Webhook(URI.create("file:///etc/passwd"))))
                    .contains("no address of a webhook");
            assertThat(refusal(scene, project, new Receiver.Webhook(URI.create("https://me@example.org/"))))
                    .contains("no address of a webhook");
            assertThat(refusal(scene, project, new Receiver.Webhook(URI.create("/events"))))
                    .contains("no address of a webhook");
            assertThat(refusal(scene, project, new Receiver.Email("ann"))).contains("no mail address");
            remove(scene, project, made);
        }
    }

    @Test
    default void tellsTheNewAddressWithTheNewSecret() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver before = new WebhookReceiver();
                WebhookReceiver after = new WebhookReceiver()) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(before.address()), List.of());
            String path = of(project) + "/" + made.rule().id();

            scene.caller.putJson(
                    path,
                    new CreateRule(
                            List.of(EventKind.RUN_STARTED), new Receiver.Webhook(after.address()), Optional.empty()));
            String secret = scene.caller
                    .post(path + "/secret")
                    .as(CreatedRule.class)
                    .secret()
                    .orElseThrow();
            scene.start(project);

            Received started = after.next();
            assertThat(secret).isNotEqualTo(made.secret().orElseThrow());
            assertThat(started.signature()).isEqualTo(signature(secret, started));
            assertThat(show(scene, project, made).kinds()).containsExactly(EventKind.RUN_STARTED);
            assertThat(before.hasMore()).isFalse();
            remove(scene, project, made);
        }
    }

    @Test
    default void tellsTheNewAddressAllThatTheOldOneHasNotTakenAndBlamesItForNothing() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver before = new WebhookReceiver().answer(410).hold();
                WebhookReceiver after = new WebhookReceiver()) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(before.address()), BOTH);
            scene.start(project);
            scene.cancel();
            before.next();

            scene.caller.putJson(
                    of(project) + "/" + made.rule().id(),
                    new CreateRule(BOTH, new Receiver.Webhook(after.address()), Optional.empty()));
            before.release();

            assertThat(after.next().notification().type()).isEqualTo("RUN_STARTED");
            assertThat(after.next().notification().type()).isEqualTo("RUN_CANCELLED");
            assertThat(show(scene, project, made).enabled()).isTrue();
            assertThat(show(scene, project, made).fault()).isEmpty();
            assertThat(before.hasMore()).isFalse();
            remove(scene, project, made);
        }
    }

    @Test
    default void tellsARemovedRulesReceiverNothingMore() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver receiver = new WebhookReceiver().hold();
                WebhookReceiver other = new WebhookReceiver()) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(receiver.address()), BOTH);
            CreatedRule later = rule(scene, project, new Receiver.Webhook(other.address()), BOTH);
            scene.start(project);
            scene.cancel();
            receiver.next();

            remove(scene, project, made);
            receiver.release();
            other.next();
            other.next();
            scene.start(project);
            other.next();

            assertThat(receiver.hasMore()).isFalse();
            remove(scene, project, later);
        }
    }

    @Test
    default void refusesToTellOfWhatConcernsTheSystem() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();

            Answer answer = scene.caller.post(
                    of(project),
                    new CreateRule(
                            List.of(EventKind.SIGNED_IN),
                            new Receiver.Webhook(URI.create("https://example.org/hook")),
                            Optional.empty()));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("SIGNED_IN concerns the system");
        }
    }

    @Test
    default void refusesToTurnAWebhookIntoAMailBoxAndAMailBoxASecret() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            Receiver mail = new Receiver.Email("ann@example.org");
            CreatedRule webhook =
                    rule(scene, project, new Receiver.Webhook(URI.create("https://example.org/hook")), List.of());
            CreatedRule box = rule(scene, project, mail, List.of());

            Answer turned = scene.caller.putJson(
                    of(project) + "/" + webhook.rule().id(), new CreateRule(List.of(), mail, Optional.empty()));
            Answer secret = scene.caller.post(of(project) + "/" + box.rule().id() + "/secret");

            assertThat(turned.status()).isEqualTo(422);
            assertThat(turned.body()).contains("Make another rule");
            assertThat(secret.status()).isEqualTo(422);
            assertThat(secret.body()).contains("has no secret");
            remove(scene, project, webhook);
            remove(scene, project, box);
        }
    }

    @Test
    default void goesOnWhereItWasWhenARemovalIsTakenBack() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver receiver = new WebhookReceiver()) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(receiver.address()), BOTH);
            remove(scene, project, made);
            assertThat(scene.caller.get(of(project)).listOf(RuleView.class)).isEmpty();
            scene.start(project);
            assertThat(receiver.hasMore()).isFalse();

            scene.caller.post(of(project) + "/" + made.rule().id() + "/restore");

            Received started = receiver.next();
            assertThat(started.notification().type()).isEqualTo("RUN_STARTED");
            assertThat(started.signature()).isEqualTo(signature(made.secret().orElseThrow(), started));
            remove(scene, project, made);
        }
    }

    private static CreatedRule rule(Scene scene, ProjectView project, Receiver receiver, List<EventKind> kinds) {
        return scene.caller
                .post(of(project), new CreateRule(kinds, receiver, Optional.empty()))
                .as(CreatedRule.class);
    }

    private static RuleView show(Scene scene, ProjectView project, CreatedRule made) {
        return scene.caller.get(of(project)).listOf(RuleView.class).stream()
                .filter(rule -> rule.id().equals(made.rule().id()))
                .findFirst()
                .orElseThrow();
    }

    private static void remove(Scene scene, ProjectView project, CreatedRule made) {
        assertThat(scene.caller.delete(of(project) + "/" + made.rule().id()).status())
                .isEqualTo(204);
    }

    private static String refusal(Scene scene, ProjectView project, Receiver receiver) {
        Answer answer = scene.caller.post(of(project), new CreateRule(BOTH, receiver, Optional.empty()));
        assertThat(answer.status()).isEqualTo(422);
        return answer.body();
    }

    private static String of(ProjectView project) {
        return Paths.PROJECT_NOTIFICATIONS.replace("{project}", project.id().toString());
    }

    /** As a receiver computes it that knows Standard Webhooks and the secret. */
    private static String signature(String secret, Received received) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        String signed = received.id() + "." + received.timestamp() + "." + received.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
