package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.MoveFile;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
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
import dev.winslow.engine.Changes;
import dev.winslow.engine.Ids;
import dev.winslow.engine.artifact.FoundFiles;
import dev.winslow.engine.artifact.Pool;
import dev.winslow.engine.http.People.Somebody;
import dev.winslow.engine.trigger.FolderTriggers;
import dev.winslow.engine.trigger.TimedTriggers;
import dev.winslow.engine.trigger.TriggerLife;
import dev.winslow.minio.ArtifactStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What starts runs without a person. */
interface TriggersContract {
    ServerOnADatabase server();

    @Test
    default void startsARunWhenItIsCalledWithItsToken() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made = create(scene, new TriggerSource.Call(project.id()), Map.of("GAP", "1", "SIZE", "2"));
            Caller robot = scene.caller.with(made.token().orElseThrow());
            assertThat(made.trigger().variables()).containsExactly("GAP", "SIZE");

            FiringView firing = robot.post(start(project), new StartByToken(Map.of("GAP", "3")))
                    .as(FiringView.class);

            assertThat(firing.outcome()).isEqualTo(FiringOutcome.STARTED);
            assertThat(scene.show(firing.runId().orElseThrow()).variables())
                    .containsEntry("GAP", "3")
                    .containsEntry("SIZE", "2");
            assertThat(show(scene, made).latest()).contains(firing);
            cancel(scene, firing);
        }
    }

    @Test
    default void letsATokenStartItsProjectAndNothingElse() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            ProjectView other = scene.project();
            Caller robot = scene.caller.with(create(scene, new TriggerSource.Call(project.id()), Map.of())
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
            CreatedTrigger made = create(scene, new TriggerSource.Call(project.id()), Map.of());
            Caller robot = scene.caller.with(made.token().orElseThrow());

            Answer refused = robot.post(start(project));

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("has not ended yet");
            assertThat(firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(firing.outcome()).isEqualTo(FiringOutcome.REFUSED);
                assertThat(firing.sentence()).contains("has not ended yet");
            });
        }
    }

    @Test
    default void firesNoTriggerThatIsDisabledOrRemoved() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made = create(scene, new TriggerSource.Call(project.id()), Map.of());
            Caller robot = scene.caller.with(made.token().orElseThrow());

            scene.caller.post(of(made) + "/disable");
            Answer disabled = robot.post(start(project));
            scene.caller.post(of(made) + "/enable");
            Answer enabled = robot.post(start(project));
            scene.caller.delete(of(made));
            Answer removed = robot.post(start(project));

            assertThat(disabled.status()).isEqualTo(409);
            assertThat(disabled.body()).contains("is disabled");
            cancel(scene, enabled.as(FiringView.class));
            assertThat(removed.status()).isEqualTo(401);
            assertThat(scene.caller.get(of(made)).status()).isEqualTo(404);
        }
    }

    @Test
    default void takesTheRemovalOfATriggerBackWithItsToken() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made = create(scene, new TriggerSource.Call(project.id()), Map.of());
            Caller robot = scene.caller.with(made.token().orElseThrow());
            scene.caller.delete(of(made));
            assertThat(robot.post(start(project)).status()).isEqualTo(401);

            scene.caller.post(of(made) + "/restore");

            cancel(scene, robot.post(start(project)).as(FiringView.class));
            assertThat(firings(scene, made)).hasSize(1);
            scene.caller.delete(of(made));
        }
    }

    @Test
    default void changesWhenATriggerFiresAndWhatItSets() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made = create(
                    scene,
                    new TriggerSource.Cron(project.id(), "0 3 * * *", "UTC"),
                    Map.of("GAP", "3", "MODE", "lax", "OLD", "1"));

            TriggerView changed = scene.caller
                    .putJson(
                            of(made),
                            new ChangeTrigger(
                                    "mornings",
                                    new TriggerSource.Cron(project.id(), "30 6 * * *", "UTC"),
                                    Map.of("GAP", "4"),
                                    List.of("OLD")))
                    .as(TriggerView.class);
            Answer other = scene.caller.putJson(
                    of(made), new ChangeTrigger("mornings", new TriggerSource.Call(project.id()), Map.of(), List.of()));

            assertThat(changed.name()).isEqualTo("mornings");
            assertThat(changed.variables()).containsExactly("GAP", "MODE");
            assertThat(changed.nextTimes())
                    .hasSize(3)
                    .allSatisfy(time -> assertThat(time.toString()).endsWith("T06:30:00Z"));
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.body()).contains("stays of its kind");
            scene.caller.delete(of(made));
        }
    }

    @Test
    default void startsARunAtItsTimeOnce() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            Instant at = server().clock().instant().plus(Duration.ofMinutes(10));
            CreatedTrigger made = create(scene, new TriggerSource.Once(project.id(), at), Map.of());
            assertThat(made.trigger().nextTimes()).containsExactly(at);

            server().clock().leap(Duration.ofMinutes(10));
            TimedTriggers timed = server().context().getBean(TimedTriggers.class);
            Together.run(4, number -> timed.fireDue());

            assertThat(firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(firing.outcome()).isEqualTo(FiringOutcome.STARTED);
                assertThat(firing.dueAt()).isEqualTo(at);
                cancel(scene, firing);
            });
            assertThat(show(scene, made).nextTimes()).isEmpty();
            assertThat(runs(scene, project)).hasSize(1);
        }
    }

    @Test
    default void tellsOfTimesThatItMissedAndFiresAtTheNextAgain() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made = create(scene, new TriggerSource.Cron(project.id(), "*/10 * * * *", "UTC"), Map.of());
            Instant first = made.trigger().nextTimes().getFirst();
            TimedTriggers timed = server().context().getBean(TimedTriggers.class);

            leapTo(first.plus(Duration.ofMinutes(25)));
            timed.fireDue();

            TriggerView missed = show(scene, made);
            assertThat(missed.missed()).get().satisfies(firing -> {
                assertThat(firing.dueAt()).isEqualTo(first);
                assertThat(firing.sentence()).startsWith("3 times from " + first);
            });
            assertThat(missed.latest()).isEmpty();
            assertThat(missed.nextTimes().getFirst()).isEqualTo(first.plus(Duration.ofMinutes(30)));
            assertThat(runs(scene, project)).isEmpty();

            leapTo(first.plus(Duration.ofMinutes(30)).plusMillis(1));
            timed.fireDue();

            assertThat(show(scene, made).latest()).get().satisfies(firing -> {
                assertThat(firing.outcome()).isEqualTo(FiringOutcome.STARTED);
                cancel(scene, firing);
            });
            scene.caller.delete(of(made));
        }
    }

    @Test
    default void makesAProjectOfEachFilmThatArrivesInItsFolder() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = "incoming-" + Ids.secret().substring(0, 8);
            send(scene, folder + "/before.mp4");
            server().clock().leap(Duration.ofSeconds(1));
            CreatedTrigger made = create(
                    scene,
                    new TriggerSource.Folder(
                            folder,
                            Optional.empty(),
                            new ProjectTemplate("Bridge, {file}", scene.key, List.of("arrived"))),
                    Map.of("GAP", "1"));
            FolderTriggers folders = server().context().getBean(FolderTriggers.class);

            send(scene, folder + "/DJI_0001.MP4");
            send(scene, folder + "/notes.txt");
            Together.run(4, number -> folders.fireArrived());
            folders.fireArrived();

            FiringView firing = firings(scene, made).getFirst();
            assertThat(firings(scene, made)).hasSize(1);
            ProjectView project = scene.caller
                    .get(Paths.PROJECTS + "/" + firing.projectId().orElseThrow())
                    .as(ProjectView.class);
            assertThat(project.name()).isEqualTo("Bridge, DJI_0001");
            assertThat(project.tags()).containsExactly("arrived");
            assertThat(scene.show(firing.runId().orElseThrow()).variables())
                    .containsEntry("GAP", "1")
                    .containsEntry("VIDEO", folder + "/DJI_0001.MP4");
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/files?area=" + Area.INPUT)
                            .listOf(FileView.class))
                    .extracting(FileView::path)
                    .containsExactly(folder + "/DJI_0001.MP4");
            scene.caller.delete(of(made));
            cancel(scene, firing);
        }
    }

    @Test
    default void seesAFilmArriveThatAnS3ClientPutIntoItsFolderAndNoneThatWasMovedThere() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = newFolder();
            CreatedTrigger made = watch(scene.caller, scene, folder, Map.of());
            FileView moved = FilesContract.inPool(scene, "elsewhere-" + folder + "/moved.mp4");
            scene.caller.patch(Paths.POOL + "/files/" + moved.id(), new MoveFile(folder + "/moved.mp4"));
            ArtifactStore store = server().watchedStore().store();
            store.put(Pool.BUCKET, folder + "/client.mp4", FilesContract.BYTES, "video/mp4");

            server().context().getBean(FoundFiles.class).look();
            server().context().getBean(FolderTriggers.class).fireArrived();

            await().untilAsserted(() -> assertThat(firings(scene, made)).isNotEmpty());
            assertThat(firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(scene.show(firing.runId().orElseThrow()).variables())
                        .containsEntry("VIDEO", folder + "/client.mp4");
                cancel(scene, firing);
            });
            scene.caller.delete(of(made));
        }
    }

    @Test
    default void triesAFilmAgainThatTheStorageKeptFromItsProject() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = "incoming-" + Ids.secret().substring(0, 8);
            CreatedTrigger made = create(
                    scene,
                    new TriggerSource.Folder(
                            folder, Optional.empty(), new ProjectTemplate("{file}", scene.key, List.of())),
                    Map.of());
            FolderTriggers folders = server().context().getBean(FolderTriggers.class);
            try (AutoCloseable away = server().store().away("winslow-p-")) {
                send(scene, folder + "/a.mp4");
                folders.fireArrived();
                assertThat(away).isNotNull();
                assertThat(firings(scene, made)).isEmpty();
            }
            folders.fireArrived();

            assertThat(firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(firing.outcome()).isEqualTo(FiringOutcome.STARTED);
                cancel(scene, firing);
            });
            scene.caller.delete(of(made));
        }
    }

    @Test
    default void leavesATriggerWithoutAProjectToWhomItStartsRunsFor() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            People people = new People(server());
            Somebody ada = people.user();
            Somebody bob = people.user();
            CreatedTrigger made = watch(ada.caller(), scene, newFolder(), Map.of("API_KEY", "sesame"));
            ChangeTrigger change = new ChangeTrigger("mine now", made.trigger().source(), Map.of(), List.of());

            Answer refused = bob.caller().putJson(of(made), change);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("in the name of " + ada.name(), "make one of your own");
            assertThat(show(scene, made)).isEqualTo(made.trigger());
            assertThat(bob.caller().post(of(made) + "/disable").status()).isEqualTo(200);
            bob.caller().delete(of(made));
            assertThat(bob.caller()
                            .post(of(made) + "/restore")
                            .as(TriggerView.class)
                            .createdBy())
                    .isEqualTo(ada.name());
            assertThat(ada.caller().putJson(of(made), change).status()).isEqualTo(200);
            assertThat(scene.caller
                            .putJson(of(made), change)
                            .as(TriggerView.class)
                            .createdBy())
                    .isNotEqualTo(ada.name());
            scene.caller.delete(of(made));
        }
    }

    @Test
    default void firesAsItIsWhenItFiresAndNotAsItWasWhenItWasFound() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = newFolder();
            CreatedTrigger first = watch(scene.caller, scene, folder, Map.of());
            CreatedTrigger elsewhere = watch(scene.caller, scene, folder, Map.of());
            CreatedTrigger changed = watch(scene.caller, scene, folder, Map.of("GAP", "1"));
            TriggerSource.Folder other =
                    (TriggerSource.Folder) elsewhere.trigger().source();

            try (AutoCloseable subscription = whenFired(scene, first, () -> {
                change(
                        scene,
                        elsewhere,
                        new TriggerSource.Folder(other.folder(), Optional.of("*.mov"), other.project()),
                        Map.of());
                change(scene, changed, changed.trigger().source(), Map.of("GAP", "2"));
            })) {
                assertThat(subscription).isNotNull();
                send(scene, folder + "/a.mp4");
                await().untilAsserted(() -> assertThat(firings(scene, changed)).hasSize(1));
            }

            FiringView firing = firings(scene, changed).getFirst();
            assertThat(scene.show(firing.runId().orElseThrow()).variables()).containsEntry("GAP", "2");
            assertThat(firings(scene, elsewhere)).isEmpty();
            cancel(scene, firings(scene, first).getFirst());
            cancel(scene, firing);
            List.of(first, elsewhere, changed).forEach(made -> scene.caller.delete(of(made)));
        }
    }

    @Test
    default void startsAtItsTimeWhatItSetsThen() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Instant at = server().clock().instant().plus(Duration.ofMinutes(10));
            CreatedTrigger first =
                    create(scene, new TriggerSource.Once(scene.project().id(), at), Map.of());
            CreatedTrigger changed =
                    create(scene, new TriggerSource.Once(scene.project().id(), at.plusSeconds(1)), Map.of("GAP", "1"));

            try (AutoCloseable subscription = whenFired(
                    scene, first, () -> change(scene, changed, changed.trigger().source(), Map.of("GAP", "2")))) {
                assertThat(subscription).isNotNull();
                leapTo(at.plusSeconds(2));
                await().untilAsserted(() -> assertThat(firings(scene, changed)).hasSize(1));
            }

            FiringView firing = firings(scene, changed).getFirst();
            assertThat(scene.show(firing.runId().orElseThrow()).variables()).containsEntry("GAP", "2");
            cancel(scene, firings(scene, first).getFirst());
            cancel(scene, firing);
        }
    }

    @Test
    default void makesAFilmThatIsDueWhatTheChangedTriggerSays() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = newFolder();
            CreatedTrigger made = watch(scene.caller, scene, folder, Map.of());
            try (AutoCloseable away = server().store().away("winslow-p-")) {
                assertThat(away).isNotNull();
                send(scene, folder + "/a.mp4");
                server().clock().leap(Duration.ofSeconds(1));
                change(
                        scene,
                        made,
                        new TriggerSource.Folder(
                                folder, Optional.empty(), new ProjectTemplate("Bridge, {file}", scene.key, List.of())),
                        Map.of());
                assertThat(firings(scene, made)).isEmpty();
            }

            await().untilAsserted(() -> assertThat(firings(scene, made)).hasSize(1));
            FiringView firing = firings(scene, made).getFirst();
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + firing.projectId().orElseThrow())
                            .as(ProjectView.class)
                            .name())
                    .isEqualTo("Bridge, a");
            scene.caller.delete(of(made));
            cancel(scene, firing);
        }
    }

    @Test
    default void leavesFilmsWithoutAProjectThatCameWhileItWasRemoved() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = newFolder();
            CreatedTrigger made = watch(scene.caller, scene, folder, Map.of());
            scene.caller.delete(of(made));
            send(scene, folder + "/meanwhile.mp4");
            server().clock().leap(Duration.ofSeconds(1));

            scene.caller.post(of(made) + "/restore");
            send(scene, folder + "/after.mp4");

            await().untilAsserted(() -> assertThat(firings(scene, made)).isNotEmpty());
            server().context().getBean(FolderTriggers.class).fireArrived();
            assertThat(firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(scene.show(firing.runId().orElseThrow()).variables())
                        .containsEntry("VIDEO", folder + "/after.mp4");
                cancel(scene, firing);
            });
            scene.caller.delete(of(made));
        }
    }

    @Test
    default void forgetsWhatWasRemovedADayAgoAndNothingElse() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger old = create(scene, new TriggerSource.Call(project.id()), Map.of());
            CreatedTrigger fresh = create(scene, new TriggerSource.Call(project.id()), Map.of());
            scene.caller.delete(of(old));
            server().leap(Duration.ofHours(25));
            scene.caller.delete(of(fresh));

            server().context().getBean(TriggerLife.class).sweep();

            assertThat(scene.caller.post(of(old) + "/restore").status()).isEqualTo(404);
            assertThat(server().database()
                            .sql("select subject from api_token where subject in (:old, :fresh)")
                            .param("old", old.trigger().id().toString())
                            .param("fresh", fresh.trigger().id().toString())
                            .query(String.class)
                            .list())
                    .containsExactly(fresh.trigger().id().toString());
            scene.caller.post(of(fresh) + "/restore");
            cancel(
                    scene,
                    scene.caller
                            .with(fresh.token().orElseThrow())
                            .post(start(project))
                            .as(FiringView.class));
        }
    }

    @Test
    default void tellsPagesThatAFilmBecameNoProject() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            People people = new People(server());
            Somebody bob = people.user();
            String folder = newFolder();
            CreatedTrigger made = watch(bob.caller(), scene, folder, Map.of());
            Set<UUID> told = ConcurrentHashMap.newKeySet();
            people.disable(bob);

            try (AutoCloseable subscription =
                    server().context().getBean(Changes.class).subscribe(told::add)) {
                assertThat(subscription).isNotNull();
                send(scene, folder + "/a.mp4");
                await().untilAsserted(
                                () -> assertThat(told).contains(made.trigger().id()));
            }

            assertThat(firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(firing.outcome()).isEqualTo(FiringOutcome.REFUSED);
                assertThat(firing.sentence()).contains("is disabled. Have an administrator edit and save this trigger");
            });
            scene.caller.delete(of(made));
        }
    }

    @Test
    default void tellsTheHistoryWhichTriggerDidIt() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            CreatedTrigger made = create(scene, new TriggerSource.Call(project.id()), Map.of());
            Caller robot = scene.caller.with(made.token().orElseThrow());

            FiringView firing = robot.post(start(project)).as(FiringView.class);
            robot.post(start(project));
            cancel(scene, firing);

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
            CreatedTrigger made = create(scene, new TriggerSource.Call(project.id()), Map.of());

            scene.caller.delete(Paths.PROJECTS + "/" + project.id());

            assertThat(scene.caller.get(of(made)).status()).isEqualTo(404);
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

    /** Does it once this trigger has fired, before the round goes on with the next: on the thread that fires, behind its transaction. */
    private AutoCloseable whenFired(Scene scene, CreatedTrigger first, Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        return server().context().getBean(Changes.class).subscribe(id -> {
            if (!done.get() && !firings(scene, first).isEmpty() && done.compareAndSet(false, true)) {
                work.run();
            }
        });
    }

    private static void change(Scene scene, CreatedTrigger made, TriggerSource source, Map<String, String> variables) {
        Answer answer = scene.caller.putJson(of(made), new ChangeTrigger("Test", source, variables, List.of()));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static String newFolder() {
        return "incoming-" + Ids.secret().substring(0, 8);
    }

    private static CreatedTrigger watch(Caller maker, Scene scene, String folder, Map<String, String> variables) {
        TriggerSource source =
                new TriggerSource.Folder(folder, Optional.empty(), new ProjectTemplate("{file}", scene.key, List.of()));
        return maker.post(Paths.TRIGGERS, new CreateTrigger("Test", source, variables))
                .as(CreatedTrigger.class);
    }

    private void leapTo(Instant time) {
        server().clock().leap(Duration.between(server().clock().instant(), time));
    }

    private static String refusal(Scene scene, TriggerSource source) {
        Answer answer = scene.caller.post(Paths.TRIGGERS, new CreateTrigger("t", source, Map.of()));
        assertThat(answer.status()).isBetween(400, 499);
        return answer.body();
    }

    private static CreatedTrigger create(Scene scene, TriggerSource source, Map<String, String> variables) {
        return scene.caller
                .post(Paths.TRIGGERS, new CreateTrigger("Test", source, variables))
                .as(CreatedTrigger.class);
    }

    private static TriggerView show(Scene scene, CreatedTrigger made) {
        return scene.caller.get(of(made)).as(TriggerView.class);
    }

    private static List<FiringView> firings(Scene scene, CreatedTrigger made) {
        return scene.caller.get(of(made) + "/firings").listOf(FiringView.class);
    }

    private static List<RunView> runs(Scene scene, ProjectView project) {
        return scene.caller.get(Paths.PROJECTS + "/" + project.id() + "/runs").listOf(RunView.class);
    }

    private static void send(Scene scene, String path) {
        FilesContract.inPool(scene, path);
    }

    private static void cancel(Scene scene, FiringView firing) {
        String run = Paths.RUNS + "/" + firing.runId().orElseThrow();
        assertThat(scene.caller.post(run + "/cancel").as(RunView.class).state()).isEqualTo(RunState.ABORTED);
    }

    private static String of(CreatedTrigger made) {
        return Paths.TRIGGERS + "/" + made.trigger().id();
    }

    private static String start(ProjectView project) {
        return Paths.START.replace("{id}", project.id().toString());
    }
}
