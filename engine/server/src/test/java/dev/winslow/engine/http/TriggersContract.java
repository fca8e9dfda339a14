package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.trigger.ChangeTrigger;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringOutcome;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.ProjectTemplate;
import dev.winslow.api.trigger.StartByToken;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.engine.trigger.TimedTriggers;
import dev.winslow.engine.trigger.TriggerLife;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What starts runs without a person. */
interface TriggersContract {
    ServerOnADatabase server();

    @Test
    default void startsARunWhenItIsCalledWithItsToken() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made =
                    TriggerCalls.create(scene, new TriggerSource.Call(project.id()), Map.of("GAP", "1", "SIZE", "2"));
            Caller robot = scene.caller.with(made.token().orElseThrow());
            assertThat(made.trigger().variables()).containsExactly("GAP", "SIZE");

            FiringView firing = robot.post(start(project), new StartByToken(Map.of("GAP", "3")))
                    .as(FiringView.class);

            assertThat(firing.outcome()).isEqualTo(FiringOutcome.STARTED);
            assertThat(scene.show(firing.runId().orElseThrow()).variables())
                    .containsEntry("GAP", "3")
                    .containsEntry("SIZE", "2");
            assertThat(TriggerCalls.show(scene, made).latest()).contains(firing);
            TriggerCalls.cancel(scene, firing);
        }
    }

    @Test
    default void letsATokenStartItsProjectAndNothingElse() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            ProjectView other = scene.project();
            Caller robot = scene.caller.with(TriggerCalls.create(scene, new TriggerSource.Call(project.id()), Map.of())
                    .token()
                    .orElseThrow());

            assertThat(robot.get(Paths.PROJECTS).status()).isEqualTo(403);
            assertThat(robot.get(Paths.TRIGGERS).status()).isEqualTo(403);
            assertThat(robot.post(Paths.JOIN, WorkingNode.request("n", "t")).status())
                    .isEqualTo(403);
            assertThat(robot.post(start(other)).status()).isEqualTo(403);
            assertThat(scene.caller.post(start(project)).status()).isEqualTo(403);
        }
    }

    @Test
    default void tellsWhyACallStartedNothing() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            scene.start(project);
            CreatedTrigger made = TriggerCalls.create(scene, new TriggerSource.Call(project.id()), Map.of());
            Caller robot = scene.caller.with(made.token().orElseThrow());

            Answer refused = robot.post(start(project));

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("has not ended yet");
            assertThat(TriggerCalls.firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(firing.outcome()).isEqualTo(FiringOutcome.REFUSED);
                assertThat(firing.sentence()).contains("has not ended yet");
            });
        }
    }

    @Test
    default void firesNoTriggerThatIsDisabledOrRemoved() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made = TriggerCalls.create(scene, new TriggerSource.Call(project.id()), Map.of());
            Caller robot = scene.caller.with(made.token().orElseThrow());

            scene.caller.post(TriggerCalls.of(made) + "/disable");
            Answer disabled = robot.post(start(project));
            scene.caller.post(TriggerCalls.of(made) + "/enable");
            Answer enabled = robot.post(start(project));
            scene.caller.delete(TriggerCalls.of(made));
            Answer removed = robot.post(start(project));

            assertThat(disabled.status()).isEqualTo(409);
            assertThat(disabled.body()).contains("is disabled");
            TriggerCalls.cancel(scene, enabled.as(FiringView.class));
            assertThat(removed.status()).isEqualTo(401);
            assertThat(scene.caller.get(TriggerCalls.of(made)).status()).isEqualTo(404);
        }
    }

    @Test
    default void takesTheRemovalOfATriggerBackWithItsToken() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made = TriggerCalls.create(scene, new TriggerSource.Call(project.id()), Map.of());
            Caller robot = scene.caller.with(made.token().orElseThrow());
            scene.caller.delete(TriggerCalls.of(made));
            assertThat(robot.post(start(project)).status()).isEqualTo(401);

            scene.caller.post(TriggerCalls.of(made) + "/restore");

            TriggerCalls.cancel(scene, robot.post(start(project)).as(FiringView.class));
            assertThat(TriggerCalls.firings(scene, made)).hasSize(1);
            scene.caller.delete(TriggerCalls.of(made));
        }
    }

    @Test
    default void changesWhenATriggerFiresAndWhatItSets() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made = TriggerCalls.create(
                    scene,
                    new TriggerSource.Cron(project.id(), "0 3 * * *", "UTC"),
                    Map.of("GAP", "3", "MODE", "lax", "OLD", "1"));

            TriggerView changed = scene.caller
                    .putJson(
                            TriggerCalls.of(made),
                            new ChangeTrigger(
                                    "mornings",
                                    new TriggerSource.Cron(project.id(), "30 6 * * *", "UTC"),
                                    Map.of("GAP", "4"),
                                    List.of("OLD")))
                    .as(TriggerView.class);
            Answer other = scene.caller.putJson(
                    TriggerCalls.of(made),
                    new ChangeTrigger("mornings", new TriggerSource.Call(project.id()), Map.of(), List.of()));

            assertThat(changed.name()).isEqualTo("mornings");
            assertThat(changed.variables()).containsExactly("GAP", "MODE");
            assertThat(changed.nextTimes())
                    .hasSize(3)
                    .allSatisfy(time -> assertThat(time.toString()).endsWith("T06:30:00Z"));
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.body()).contains("stays of its kind");
            scene.caller.delete(TriggerCalls.of(made));
        }
    }

    @Test
    default void startsARunAtItsTimeOnce() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            Instant at = server().clock().instant().plus(Duration.ofMinutes(10));
            CreatedTrigger made = TriggerCalls.create(scene, new TriggerSource.Once(project.id(), at), Map.of());
            assertThat(made.trigger().nextTimes()).containsExactly(at);

            server().clock().leap(Duration.ofMinutes(10));
            TimedTriggers timed = server().context().getBean(TimedTriggers.class);
            Together.run(4, number -> timed.fireDue());

            assertThat(TriggerCalls.firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(firing.outcome()).isEqualTo(FiringOutcome.STARTED);
                assertThat(firing.dueAt()).isEqualTo(at);
                TriggerCalls.cancel(scene, firing);
            });
            assertThat(TriggerCalls.show(scene, made).nextTimes()).isEmpty();
            assertThat(runs(scene, project)).hasSize(1);
        }
    }

    @Test
    default void tellsOfTimesThatItMissedAndFiresAtTheNextAgain() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made =
                    TriggerCalls.create(scene, new TriggerSource.Cron(project.id(), "*/10 * * * *", "UTC"), Map.of());
            Instant first = made.trigger().nextTimes().getFirst();
            TimedTriggers timed = server().context().getBean(TimedTriggers.class);

            leapTo(first.plus(Duration.ofMinutes(25)));
            timed.fireDue();

            TriggerView missed = TriggerCalls.show(scene, made);
            assertThat(missed.missed()).get().satisfies(firing -> {
                assertThat(firing.dueAt()).isEqualTo(first);
                assertThat(firing.sentence()).startsWith("3 times from " + first);
            });
            assertThat(missed.latest()).isEmpty();
            assertThat(missed.nextTimes().getFirst()).isEqualTo(first.plus(Duration.ofMinutes(30)));
            assertThat(runs(scene, project)).isEmpty();

            leapTo(first.plus(Duration.ofMinutes(30)).plusMillis(1));
            timed.fireDue();

            assertThat(TriggerCalls.show(scene, made).latest()).get().satisfies(firing -> {
                assertThat(firing.outcome()).isEqualTo(FiringOutcome.STARTED);
                TriggerCalls.cancel(scene, firing);
            });
            scene.caller.delete(TriggerCalls.of(made));
        }
    }

    @Test
    default void startsAtItsTimeWhatItSetsThen() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Instant at = server().clock().instant().plus(Duration.ofMinutes(10));
            CreatedTrigger first = TriggerCalls.create(
                    scene, new TriggerSource.Once(scene.project().id(), at), Map.of());
            CreatedTrigger changed = TriggerCalls.create(
                    scene, new TriggerSource.Once(scene.project().id(), at.plusSeconds(1)), Map.of("GAP", "1"));

            try (AutoCloseable subscription = TriggerCalls.whenFired(
                    server(),
                    scene,
                    first,
                    () -> TriggerCalls.change(scene, changed, changed.trigger().source(), Map.of("GAP", "2")))) {
                assertThat(subscription).isNotNull();
                leapTo(at.plusSeconds(2));
                await().untilAsserted(() ->
                        assertThat(TriggerCalls.firings(scene, changed)).hasSize(1));
            }

            FiringView firing = TriggerCalls.firings(scene, changed).getFirst();
            assertThat(scene.show(firing.runId().orElseThrow()).variables()).containsEntry("GAP", "2");
            TriggerCalls.cancel(scene, TriggerCalls.firings(scene, first).getFirst());
            TriggerCalls.cancel(scene, firing);
        }
    }

    @Test
    default void forgetsWhatWasRemovedADayAgoAndNothingElse() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger old = TriggerCalls.create(scene, new TriggerSource.Call(project.id()), Map.of());
            CreatedTrigger fresh = TriggerCalls.create(scene, new TriggerSource.Call(project.id()), Map.of());
            scene.caller.delete(TriggerCalls.of(old));
            server().leap(Duration.ofHours(25));
            scene.caller.delete(TriggerCalls.of(fresh));

            server().context().getBean(TriggerLife.class).sweep();

            assertThat(scene.caller.post(TriggerCalls.of(old) + "/restore").status())
                    .isEqualTo(404);
            assertThat(server().database()
                            .sql("select subject from api_token where subject in (:old, :fresh)")
                            .param("old", old.trigger().id().toString())
                            .param("fresh", fresh.trigger().id().toString())
                            .query(String.class)
                            .list())
                    .containsExactly(fresh.trigger().id().toString());
            scene.caller.post(TriggerCalls.of(fresh) + "/restore");
            TriggerCalls.cancel(
                    scene,
                    scene.caller
                            .with(fresh.token().orElseThrow())
                            .post(start(project))
                            .as(FiringView.class));
        }
    }

    @Test
    default void tellsTheHistoryWhichTriggerDidIt() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made = TriggerCalls.create(scene, new TriggerSource.Call(project.id()), Map.of());
            Caller robot = scene.caller.with(made.token().orElseThrow());

            FiringView firing = robot.post(start(project)).as(FiringView.class);
            robot.post(start(project));
            TriggerCalls.cancel(scene, firing);

            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/history")
                            .listOf(EventView.class))
                    .anySatisfy(event -> {
                        assertThat(event.kind()).isEqualTo(EventKind.RUN_STARTED);
                        assertThat(event.who()).isEqualTo("the trigger \"Test\"");
                    })
                    .anySatisfy(event -> {
                        assertThat(event.kind()).isEqualTo(EventKind.TRIGGER_REFUSED);
                        assertThat(event.text())
                                .startsWith("the trigger \"Test\": No run was started.")
                                .contains("has not ended yet");
                    });
        }
    }

    @Test
    default void goesWithItsProject() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made = TriggerCalls.create(scene, new TriggerSource.Call(project.id()), Map.of());

            scene.caller.delete(Paths.PROJECTS + "/" + project.id());

            assertThat(scene.caller.get(TriggerCalls.of(made)).status()).isEqualTo(404);
            assertThat(scene.caller
                            .with(made.token().orElseThrow())
                            .post(start(project))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    default void refusesWhatCouldNeverStartAnything() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            UUID project = scene.project().id();
            ProjectTemplate none = new ProjectTemplate("{file}", "none", List.of());

            assertThat(refusal(scene, new TriggerSource.Call(UUID.randomUUID())))
                    .contains("no project");
            assertThat(refusal(scene, new TriggerSource.Cron(project, "often", "UTC")))
                    .contains("no cron");
            assertThat(refusal(scene, new TriggerSource.Folder("../films", Optional.empty(), none)))
                    .contains("Expected a path");
            assertThat(refusal(scene, new TriggerSource.Folder("films", Optional.empty(), none)))
                    .contains("no pipeline");
        }
    }

    private static String refusal(Scene scene, TriggerSource source) {
        Answer answer = scene.caller.post(Paths.TRIGGERS, new CreateTrigger("t", source, Map.of()));
        assertThat(answer.status()).isBetween(400, 499);
        return answer.body();
    }

    private static List<RunView> runs(Scene scene, ProjectView project) {
        return scene.caller.get(Paths.PROJECTS + "/" + project.id() + "/runs").listOf(RunView.class);
    }

    private static String start(ProjectView project) {
        return Paths.START.replace("{id}", project.id().toString());
    }

    private void leapTo(Instant time) {
        server().clock().leap(Duration.between(server().clock().instant(), time));
    }
}
