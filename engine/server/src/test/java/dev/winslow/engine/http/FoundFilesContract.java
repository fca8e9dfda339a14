package dev.winslow.engine.http;

import static dev.winslow.engine.http.FilesContract.BYTES;
import static dev.winslow.engine.http.FilesContract.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.FoundFile;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.artifact.FoundFiles;
import dev.winslow.engine.artifact.Pool;
import dev.winslow.engine.sweep.Sweep;
import dev.winslow.minio.ArtifactStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody puts into a bucket by an S3 client of their own. */
interface FoundFilesContract {
    byte[] OTHERS = "another film of a crossing".getBytes(StandardCharsets.UTF_8);

    ServerOnADatabase server();

    @Test
    default void takesIntoThePoolWhatSomebodyPutsIntoItsBucket() {
        String key = key();
        put(key, BYTES);

        look();
        look();

        assertThat(pool(key)).singleElement().satisfies(film -> {
            assertThat(film.size()).isEqualTo(BYTES.length);
            assertThat(film.sha256()).isEqualTo(sha256(BYTES));
            assertThat(fetched(film)).isEqualTo("a film of a crossing");
        });
        assertThat(rows(key)).isEqualTo(1);
        assertThat(waiting()).extracting(FoundFile::key).doesNotContain(key);
        assertThat(store().find(Pool.BUCKET, key)).isPresent();
    }

    @Test
    default void keepsAFilmWhateverHappensToTheObjectThatItCameFrom() {
        String key = key();
        put(key, BYTES);
        look();
        FileView film = pool(key).getFirst();

        put(key, OTHERS);
        assertThat(fetched(film)).isEqualTo("a film of a crossing");
        store().delete(Pool.BUCKET, key);
        look();

        assertThat(pool(key)).containsExactly(film);
        assertThat(fetched(film)).isEqualTo("a film of a crossing");
    }

    @Test
    default void hasANewFilmOfAnObjectThatIsWrittenOver() {
        String key = key();
        put(key, BYTES);
        look();
        FileView first = pool(key).getFirst();

        put(key, OTHERS);
        look();

        assertThat(pool(key)).singleElement().satisfies(film -> {
            assertThat(film.id()).isNotEqualTo(first.id());
            assertThat(fetched(film)).isEqualTo("another film of a crossing");
        });
        assertThat(fetched(first)).isEqualTo("a film of a crossing");
    }

    @Test
    default void leavesOutOfThePoolWhatWasDeletedThereUntilItIsPutThereAgain() {
        String key = key();
        put(key, BYTES);
        look();
        server().caller().delete(Paths.POOL + "/files/" + pool(key).getFirst().id());

        look();
        assertThat(pool(key)).isEmpty();
        store().delete(Pool.BUCKET, key);
        look();
        put(key, BYTES);
        look();

        assertThat(pool(key)).hasSize(1);
    }

    @Test
    default void keepsOneOfTheSameFilmThatIsPutThereTwice() {
        String key = key();
        put(key, BYTES);
        look();
        FileView film = pool(key).getFirst();
        store().delete(Pool.BUCKET, key);
        look();

        put(key, BYTES);
        look();

        assertThat(pool(key)).containsExactly(film);
        assertThat(rows(key)).isEqualTo(1);
        assertThat(copies(key)).hasSize(1);
    }

    @Test
    default void goesOnWithTheCopyOfAServerThatDied() {
        String key = key();
        put(key, BYTES);
        server().watchedStore().after("copy", "StoredObject[key=" + key, () -> {
            throw new IllegalStateException("The server dies");
        });

        look();
        assertThat(pool(key)).isEmpty();
        assertThat(waiting()).extracting(FoundFile::key).contains(key);
        List<String> copies = copies(key);
        server().context().getBean(Sweep.class).sweep(Instant.now().plus(Duration.ofDays(9)));
        look();

        assertThat(pool(key)).hasSize(1);
        assertThat(rows(key)).isEqualTo(1);
        assertThat(copies(key)).isEqualTo(copies).hasSize(1);
    }

    @Test
    default void takesNothingOfAnObjectThatChangesMeanwhile() {
        String key = key();
        put(key, BYTES);
        server().watchedStore().before("copy", "StoredObject[key=" + key, () -> put(key, OTHERS));

        look();
        assertThat(pool(key)).isEmpty();
        look();

        assertThat(pool(key)).extracting(FileView::sha256).containsExactly(sha256(OTHERS));
        assertThat(rows(key)).isEqualTo(1);
    }

    @Test
    default void forgetsAnObjectThatIsGoneMeanwhile() {
        String key = key();
        put(key, BYTES);
        server().watchedStore().before("copy", "StoredObject[key=" + key, () -> store().delete(Pool.BUCKET, key));

        look();

        assertThat(pool(key)).isEmpty();
        assertThat(waiting()).extracting(FoundFile::key).doesNotContain(key);
    }

    @Test
    default void takesEachOnceThoughSeveralServersLookAtOnce() throws Exception {
        String key = key();
        put(key, BYTES);

        Together.run(4, server -> look());
        look();

        assertThat(rows(key)).isEqualTo(1);
        assertThat(pool(key)).hasSize(1);
    }

    @Test
    default void tellsOfNamesThatNoFileCanHaveAndLeavesThemWhereTheyAre() {
        String key = "back\\slash-" + UUID.randomUUID() + ".mp4";
        put(key, BYTES);

        look();
        assertThat(waiting())
                .filteredOn(found -> found.key().equals(key))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.size()).isEqualTo(BYTES.length);
                    assertThat(found.problem().orElseThrow()).contains("Expected a path", "Use a relative path");
                });
        assertThat(store().find(Pool.BUCKET, key)).isPresent();
        store().delete(Pool.BUCKET, key);
        look();

        assertThat(waiting()).extracting(FoundFile::key).doesNotContain(key);
    }

    @Test
    default void takesWhatSomebodyPutsIntoTheBucketOfAProjectAndNothingOfItsRuns() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String address = Paths.PROJECTS + "/" + project.id();
            String bucket = SweepContract.bucket(project);
            store().put(bucket, "videos/a.mp4", BYTES, "video/mp4");
            store().put(bucket, "runs/x/y/z.csv", BYTES, "text/csv");
            store().put(bucket, "uploads/x/z.mp4", BYTES, "video/mp4");
            store().put(bucket, "bad\\name.mp4", BYTES, "video/mp4");

            look();

            assertThat(scene.caller.get(address + "/files?area=INPUT").listOf(FileView.class))
                    .extracting(FileView::path)
                    .containsExactly("videos/a.mp4");
            assertThat(scene.caller
                            .get(Paths.PROJECT_FOUND.replace(
                                    "{id}", project.id().toString()))
                            .listOf(FoundFile.class))
                    .extracting(FoundFile::key)
                    .containsExactly("bad\\name.mp4");
            assertThat(waiting()).extracting(FoundFile::key).doesNotContain("bad\\name.mp4");
            assertThat(scene.caller.get(address + "/history").listOf(EventView.class))
                    .extracting(EventView::text)
                    .anySatisfy(text -> assertThat(text).startsWith("uploaded videos/a.mp4"));
        }
    }

    private static String key() {
        return "found/" + UUID.randomUUID() + "/film ü+1.mp4";
    }

    private void put(String key, byte[] bytes) {
        store().createBucket(Pool.BUCKET);
        store().put(Pool.BUCKET, key, bytes, "video/mp4");
    }

    private void look() {
        try {
            server().context().getBean(FoundFiles.class).look(Duration.ZERO);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private List<FileView> pool(String path) {
        return server().caller().get(Paths.POOL + "/files").listOf(FileView.class).stream()
                .filter(film -> film.path().equals(path))
                .toList();
    }

    private List<FoundFile> waiting() {
        return server().caller().get(Paths.POOL_FOUND).listOf(FoundFile.class);
    }

    private int rows(String path) {
        return server().database()
                .sql("select count(*) from artifact where path = :path and project_id is null")
                .param("path", path)
                .query(Integer.class)
                .single();
    }

    private List<String> copies(String key) {
        List<String> found = new ArrayList<>();
        store().forEachPage(
                        Pool.BUCKET,
                        "uploads/",
                        page -> page.folders().stream()
                                .filter(folder ->
                                        store().find(Pool.BUCKET, folder + key).isPresent())
                                .forEach(found::add));
        return found;
    }

    private String fetched(FileView film) {
        Answer answer = server().caller().get(Paths.POOL + "/files/" + film.id());
        return Caller.fetch(URI.create(answer.header("Location"))).body();
    }

    private ArtifactStore store() {
        return server().watchedStore().store();
    }
}
