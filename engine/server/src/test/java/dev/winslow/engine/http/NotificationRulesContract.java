package dev.winslow.engine.http;

import static dev.winslow.engine.http.NotificationsContract.BOTH;
import static dev.winslow.engine.http.NotificationsContract.remove;
import static dev.winslow.engine.http.NotificationsContract.rule;
import static dev.winslow.engine.http.NotificationsContract.rulesOf;
import static dev.winslow.engine.http.NotificationsContract.show;
import static dev.winslow.engine.http.NotificationsContract.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.notify.CreateRule;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.notify.RuleView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.http.People.Somebody;
import dev.winslow.engine.http.WebhookReceiver.Received;
import dev.winslow.engine.security.TokenKind;
import dev.winslow.engine.security.TokenService;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules that say who is told of what: whose they are, and what comes of it when they change. */
interface NotificationRulesContract {
    ServerOnADatabase server();

    @Test
    default void tellsNothingOfWhatHappenedWhileARuleWasDisabled() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                WebhookReceiver receiver = new WebhookReceiver()) {
            ProjectView project = scene.project();
            CreatedRule made = rule(scene, project, new Receiver.Webhook(receiver.address()), BOTH);
            scene.caller.post(rulesOf(project) + "/" + made.rule().id() + "/disable");
            scene.start(project);
            scene.caller.post(rulesOf(project) + "/" + made.rule().id() + "/enable");
            scene.cancel();

            assertThat(receiver.next().notification().type()).isEqualTo("RUN_CANCELLED");
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

            assertThat(scene.caller.get(rulesOf(project)).body())
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
            String path = rulesOf(project) + "/" + made.rule().id();

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
                    rulesOf(project) + "/" + made.rule().id(),
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
                    rulesOf(project),
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
                    rulesOf(project) + "/" + webhook.rule().id(), new CreateRule(List.of(), mail, Optional.empty()));
            Answer secret =
                    scene.caller.post(rulesOf(project) + "/" + box.rule().id() + "/secret");

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
            assertThat(scene.caller.get(rulesOf(project)).listOf(RuleView.class))
                    .isEmpty();
            scene.start(project);
            assertThat(receiver.hasMore()).isFalse();

            scene.caller.post(rulesOf(project) + "/" + made.rule().id() + "/restore");

            Received started = receiver.next();
            assertThat(started.notification().type()).isEqualTo("RUN_STARTED");
            assertThat(started.signature()).isEqualTo(signature(made.secret().orElseThrow(), started));
            remove(scene, project, made);
        }
    }

    private static String refusal(Scene scene, ProjectView project, Receiver receiver) {
        Answer answer = scene.caller.post(rulesOf(project), new CreateRule(BOTH, receiver, Optional.empty()));
        assertThat(answer.status()).isEqualTo(422);
        return answer.body();
    }
}
