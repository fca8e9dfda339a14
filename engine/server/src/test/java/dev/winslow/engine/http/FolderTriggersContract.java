package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.MoveFile;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.trigger.ChangeTrigger;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringOutcome;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.ProjectTemplate;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.engine.Changes;
import dev.winslow.engine.Ids;
import dev.winslow.engine.artifact.FoundFiles;
import dev.winslow.engine.artifact.Pool;
import dev.winslow.engine.http.People.Somebody;
import dev.winslow.engine.trigger.FolderTriggers;
import dev.winslow.minio.ArtifactStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Films that become projects when they arrive in a folder of the pool. */
interface FolderTriggersContract {
    ServerOnADatabase server();

    @Test
    default void makesAProjectOfEachFilmThatArrivesInItsFolder() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = "incoming-" + Ids.secret().substring(0, 8);
            send(scene, folder + "/before.mp4");
            server().clock().leap(Duration.ofSeconds(1));
            CreatedTrigger made = TriggerCalls.create(
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

            FiringView firing = TriggerCalls.firings(scene, made).getFirst();
            assertThat(TriggerCalls.firings(scene, made)).hasSize(1);
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
            scene.caller.delete(TriggerCalls.of(made));
            TriggerCalls.cancel(scene, firing);
        }
    }

    @Test
    default void seesAFilmArriveThatAnS3ClientPutIntoItsFolderAndNoneThatWasMovedThere() throws InterruptedException {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = newFolder();
            CreatedTrigger made = watch(scene.caller, scene, folder, Map.of());
            FileView moved = FilesContract.inPool(scene, "elsewhere-" + folder + "/moved.mp4");
            scene.caller.patch(Paths.POOL + "/files/" + moved.id(), new MoveFile(folder + "/moved.mp4"));
            ArtifactStore store = server().watchedStore().store();
            store.put(Pool.BUCKET, folder + "/client.mp4", FilesContract.BYTES, "video/mp4");

            server().context().getBean(FoundFiles.class).look(Duration.ZERO);
            server().context().getBean(FolderTriggers.class).fireArrived();

            await().untilAsserted(
                            () -> assertThat(TriggerCalls.firings(scene, made)).isNotEmpty());
            assertThat(TriggerCalls.firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(scene.show(firing.runId().orElseThrow()).variables())
                        .containsEntry("VIDEO", folder + "/client.mp4");
                TriggerCalls.cancel(scene, firing);
            });
            scene.caller.delete(TriggerCalls.of(made));
        }
    }

    @Test
    default void startsAFilmThatIsMovedBeforeItIsSeenWhereItArrived() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = newFolder();
            CreatedTrigger made = watch(scene.caller, scene, folder, Map.of());
            FolderTriggers folders = server().context().getBean(FolderTriggers.class);
            try (AutoCloseable away = server().store().away("winslow-p-")) {
                assertThat(away).isNotNull();
                FileView film = FilesContract.inPool(scene, folder + "/a.mp4");
                scene.caller.patch(Paths.POOL + "/files/" + film.id(), new MoveFile("kept-" + folder + "/b.mp4"));
                scene.caller.patch(Paths.POOL + "/files/" + film.id(), new MoveFile("kept-" + folder + "/c.mp4"));
                send(scene, folder + "/a.mp4");
                folders.fireArrived();
                assertThat(TriggerCalls.firings(scene, made)).isEmpty();
            }

            folders.fireArrived();
            folders.fireArrived();

            List<FiringView> firings = TriggerCalls.firings(scene, made);
            assertThat(firings)
                    .extracting(firing ->
                            scene.show(firing.runId().orElseThrow()).variables().get("VIDEO"))
                    .containsExactlyInAnyOrder("kept-" + folder + "/c.mp4", folder + "/a.mp4");
            scene.caller.delete(TriggerCalls.of(made));
            firings.forEach(firing -> TriggerCalls.cancel(scene, firing));
        }
    }

    @Test
    default void triesAFilmAgainThatTheStorageKeptFromItsProject() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = "incoming-" + Ids.secret().substring(0, 8);
            CreatedTrigger made = TriggerCalls.create(
                    scene,
                    new TriggerSource.Folder(
                            folder, Optional.empty(), new ProjectTemplate("{file}", scene.key, List.of())),
                    Map.of());
            FolderTriggers folders = server().context().getBean(FolderTriggers.class);
            try (AutoCloseable away = server().store().away("winslow-p-")) {
                send(scene, folder + "/a.mp4");
                folders.fireArrived();
                assertThat(away).isNotNull();
                assertThat(TriggerCalls.firings(scene, made)).isEmpty();
            }
            folders.fireArrived();

            assertThat(TriggerCalls.firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(firing.outcome()).isEqualTo(FiringOutcome.STARTED);
                TriggerCalls.cancel(scene, firing);
            });
            scene.caller.delete(TriggerCalls.of(made));
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

            Answer refused = bob.caller().putJson(TriggerCalls.of(made), change);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("in the name of " + ada.name(), "make one of your own");
            assertThat(TriggerCalls.show(scene, made)).isEqualTo(made.trigger());
            assertThat(bob.caller().post(TriggerCalls.of(made) + "/disable").status())
                    .isEqualTo(200);
            bob.caller().delete(TriggerCalls.of(made));
            assertThat(bob.caller()
                            .post(TriggerCalls.of(made) + "/restore")
                            .as(TriggerView.class)
                            .createdBy())
                    .isEqualTo(ada.name());
            assertThat(ada.caller().putJson(TriggerCalls.of(made), change).status())
                    .isEqualTo(200);
            assertThat(scene.caller
                            .putJson(TriggerCalls.of(made), change)
                            .as(TriggerView.class)
                            .createdBy())
                    .isNotEqualTo(ada.name());
            scene.caller.delete(TriggerCalls.of(made));
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

            try (AutoCloseable subscription = TriggerCalls.whenFired(server(), scene, first, () -> {
                TriggerCalls.change(
                        scene,
                        elsewhere,
                        new TriggerSource.Folder(other.folder(), Optional.of("*.mov"), other.project()),
                        Map.of());
                TriggerCalls.change(scene, changed, changed.trigger().source(), Map.of("GAP", "2"));
            })) {
                assertThat(subscription).isNotNull();
                send(scene, folder + "/a.mp4");
                await().untilAsserted(() ->
                        assertThat(TriggerCalls.firings(scene, changed)).hasSize(1));
            }

            FiringView firing = TriggerCalls.firings(scene, changed).getFirst();
            assertThat(scene.show(firing.runId().orElseThrow()).variables()).containsEntry("GAP", "2");
            assertThat(TriggerCalls.firings(scene, elsewhere)).isEmpty();
            TriggerCalls.cancel(scene, TriggerCalls.firings(scene, first).getFirst());
            TriggerCalls.cancel(scene, firing);
            List.of(first, elsewhere, changed).forEach(made -> scene.caller.delete(TriggerCalls.of(made)));
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
                TriggerCalls.change(
                        scene,
                        made,
                        new TriggerSource.Folder(
                                folder, Optional.empty(), new ProjectTemplate("Bridge, {file}", scene.key, List.of())),
                        Map.of());
                assertThat(TriggerCalls.firings(scene, made)).isEmpty();
            }

            await().untilAsserted(
                            () -> assertThat(TriggerCalls.firings(scene, made)).hasSize(1));
            FiringView firing = TriggerCalls.firings(scene, made).getFirst();
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + firing.projectId().orElseThrow())
                            .as(ProjectView.class)
                            .name())
                    .isEqualTo("Bridge, a");
            scene.caller.delete(TriggerCalls.of(made));
            TriggerCalls.cancel(scene, firing);
        }
    }

    @Test
    default void leavesFilmsWithoutAProjectThatCameWhileItWasRemoved() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = newFolder();
            CreatedTrigger made = watch(scene.caller, scene, folder, Map.of());
            scene.caller.delete(TriggerCalls.of(made));
            send(scene, folder + "/meanwhile.mp4");
            server().clock().leap(Duration.ofSeconds(1));

            scene.caller.post(TriggerCalls.of(made) + "/restore");
            send(scene, folder + "/after.mp4");

            await().untilAsserted(
                            () -> assertThat(TriggerCalls.firings(scene, made)).isNotEmpty());
            server().context().getBean(FolderTriggers.class).fireArrived();
            assertThat(TriggerCalls.firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(scene.show(firing.runId().orElseThrow()).variables())
                        .containsEntry("VIDEO", folder + "/after.mp4");
                TriggerCalls.cancel(scene, firing);
            });
            scene.caller.delete(TriggerCalls.of(made));
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

            assertThat(TriggerCalls.firings(scene, made)).singleElement().satisfies(firing -> {
                assertThat(firing.outcome()).isEqualTo(FiringOutcome.REFUSED);
                assertThat(firing.sentence()).contains("is disabled. Have an administrator edit and save this trigger");
            });
            scene.caller.delete(TriggerCalls.of(made));
        }
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

    private static void send(Scene scene, String path) {
        FilesContract.inPool(scene, path);
    }
}
