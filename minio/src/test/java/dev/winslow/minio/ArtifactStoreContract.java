package dev.winslow.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.artifact.UploadTicket;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every S3 server must do for Winslow. */
abstract class ArtifactStoreContract extends UploadsContract {
    @Test
    void keepsNoProgramAliveAndEndsItsThreadsWhenClosed() {
        store.find(bucket, "a");
        // While a thread makes a call it bears the call's name.
        List<Thread> waiting =
                Awaitility.await().until(ArtifactStoreContract::waitingThreads, found -> !found.isEmpty());

        store.close();

        assertThat(waiting).allMatch(Thread::isDaemon);
        Awaitility.await().until(() -> waiting.stream().noneMatch(Thread::isAlive));
        assertThatThrownBy(() -> store.find(bucket, "a")).isInstanceOf(StorageUnavailable.class);
    }

    private static List<Thread> waitingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("storage-"))
                .toList();
    }

    @Test
    void hasAFileOfNoBytesAtOnce() {
        UploadTicket ticket = store.beginUpload(bucket, "empty.txt", 0);

        assertThat(ticket.parts()).isEmpty();
        assertThat(store.find(bucket, "empty.txt"))
                .hasValueSatisfying(object -> assertThat(object.size()).isZero());
    }

    @Test
    void showsALargeFolderPageByPageThoughItIsEmptiedMeanwhile() {
        IntStream.range(0, 1010)
                .parallel()
                .forEach(number -> store.put(bucket, "runs/1/%04d".formatted(number), new byte[] {1}, "text/plain"));
        store.put(bucket, "runs/1/inner/deep", new byte[] {1}, "text/plain");
        List<Integer> sizes = new ArrayList<>();
        List<String> folders = new ArrayList<>();

        store.forEachPage(bucket, "runs/1/", page -> {
            sizes.add(page.objects().size());
            folders.addAll(page.folders());
            page.objects().forEach(object -> store.delete(bucket, object.key()));
        });

        assertThat(sizes).hasSizeGreaterThan(1);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1010);
        assertThat(folders).containsExactly("runs/1/inner/");
        assertThat(store.list(bucket, "runs/1/")).isEmpty();
    }

    @Test
    void tellsWhenAnObjectCame() {
        Instant before = Instant.now().minusSeconds(5);

        store.put(bucket, "now", new byte[] {1}, "text/plain");

        assertThat(store.list(bucket, ""))
                .singleElement()
                .satisfies(object -> assertThat(object.modified())
                        .isBetween(before, Instant.now().plusSeconds(5)));
    }

    @Test
    void deletesNoBucketInWhichSomethingIs() {
        store.put(bucket, "a/b", new byte[] {1}, "text/plain");
        assertThat(store.deleteEmptyBucket(bucket)).isFalse();
        assertThat(store.find(bucket, "a/b")).isPresent();
        store.delete(bucket, "a/b");
        UploadTicket begun = store.beginUpload(bucket, "half", 1);
        assertThat(store.deleteEmptyBucket(bucket)).isFalse();
        assertThat(store.sentParts(bucket, "half", begun.uploadId())).isEmpty();
        store.abortUpload(bucket, "half", begun.uploadId());

        assertThat(store.deleteEmptyBucket(bucket)).isTrue();
        assertThat(store.deleteEmptyBucket(bucket)).isTrue();

        assertThat(store.buckets("test-")).doesNotContain(bucket);
    }

    @Test
    void namesItsBuckets() {
        assertThat(store.buckets("test-")).contains(bucket);
        assertThat(store.buckets("winslow-")).doesNotContain(bucket);
    }

    @Test
    void listsOneFolderOnly() {
        store.put(bucket, "runs/1/a", new byte[] {1}, "text/plain");
        store.put(bucket, "runs/1/b", new byte[] {1, 2}, "text/plain");
        store.put(bucket, "runs/2/c", new byte[] {1}, "text/plain");

        assertThat(store.list(bucket, "runs/1/"))
                .extracting(ArtifactStore.StoredObject::key)
                .containsExactly("runs/1/a", "runs/1/b");
    }

    @Test
    void deletesABucketWithAllThatIsInIt() {
        store.put(bucket, "a/b/c", new byte[] {1}, "text/plain");
        store.beginUpload(bucket, "half", PART + 1L);

        store.deleteBucket(bucket);
        store.deleteBucket(bucket);

        assertThat(store.find(bucket, "a/b/c")).isEmpty();
    }

    @Test
    void nothingIsReadAtTheEndOfAnObject() throws Exception {
        store.put(bucket, "short", new byte[] {1, 2, 3}, "text/plain");

        try (InputStream in = store.read(bucket, "short", 3)) {
            assertThat(in.readAllBytes()).isEmpty();
        }
    }

    @Test
    void readsAPieceOfAnObject() throws Exception {
        store.put(bucket, "piece", new byte[] {1, 2, 3, 4, 5}, "text/plain");

        try (InputStream middle = store.read(bucket, "piece", 1, 3);
                InputStream tail = store.read(bucket, "piece", 3, 10)) {
            assertThat(middle.readAllBytes()).containsExactly(2, 3, 4);
            assertThat(tail.readAllBytes()).containsExactly(4, 5);
        }
    }

    @Test
    void tellsARefusalFromAnAbsence() {
        assertThatThrownBy(() -> store.put("no-such-bucket-" + UUID.randomUUID(), "a", new byte[] {1}, "text/plain"))
                .isInstanceOf(StorageRefused.class);
        MinioArtifactStore absent = new MinioArtifactStore(NOWHERE);
        assertThatThrownBy(() -> absent.find(bucket, "a")).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void showsPicturesAndSavesPages() throws Exception {
        store.put(bucket, "x.png", new byte[] {1}, "text/html");
        store.put(bucket, "x.html", "<script>".getBytes(StandardCharsets.UTF_8), "text/html");

        HttpResponse<byte[]> picture =
                get(store.downloadUrl(bucket, "x.png", Duration.ofMinutes(1), Optional.of("x.png")));
        HttpResponse<byte[]> page =
                get(store.downloadUrl(bucket, "x.html", Duration.ofMinutes(1), Optional.of("Seite ü.html")));

        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline");
        assertThat(page.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(page.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename*=UTF-8''Seite%20%C3%BC.html");
    }

    @Test
    void savesWhatIsFetchedWithoutAName() throws Exception {
        store.put(bucket, "x.html", "<script>".getBytes(StandardCharsets.UTF_8), "text/html");

        HttpResponse<byte[]> page = get(store.downloadUrl(bucket, "x.html", Duration.ofMinutes(1), Optional.empty()));

        assertThat(page.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(page.headers().firstValue("Content-Disposition")).contains("attachment");
    }

    @Test
    void refusesForGoodWhatNoRepetitionMends() {
        StorageSettings right = settings();
        MinioArtifactStore stranger = new MinioArtifactStore(
                new StorageSettings(right.endpoint(), Optional.empty(), "stranger", "wrong-secret", right.region()));

        assertThatThrownBy(() -> stranger.createBucket(bucket + "-other")).isInstanceOf(StorageRefused.class);
        assertThatThrownBy(() -> stranger.find(bucket, "a")).isInstanceOf(StorageRefused.class);
        assertThatThrownBy(() -> store.createBucket("No Bucket")).isInstanceOf(StorageRefused.class);
        assertThatThrownBy(() -> store.list("no-such-bucket-" + UUID.randomUUID(), "a/"))
                .isInstanceOf(StorageRefused.class);
    }

    @Test
    void readsNothingFromAnEmptyObjectAndRefusesToReadBehindTheEnd() throws Exception {
        store.put(bucket, "empty", new byte[0], "text/plain");

        try (InputStream in = store.read(bucket, "empty", 0)) {
            assertThat(in.readAllBytes()).isEmpty();
        }
        assertThatThrownBy(() -> store.read(bucket, "empty", 1)).isInstanceOf(StorageRefused.class);
    }

    @Test
    void copiesALargeObjectWithinTheStore() throws Exception {
        byte[] bytes = new byte[2 * PART + 1000];
        new Random(2).nextBytes(bytes);
        store.put(bucket, "found/b c ü+&=%.mp4", bytes, "video/mp4");

        assertThat(store.copy(bucket, seen("found/b c ü+&=%.mp4"), "own/1/ü+%.mp4"))
                .isTrue();

        try (InputStream copy = store.read(bucket, "own/1/ü+%.mp4", 0);
                InputStream original = store.read(bucket, "found/b c ü+&=%.mp4", 0)) {
            assertThat(copy.readAllBytes()).isEqualTo(bytes);
            assertThat(original.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void copiesAnEmptyObject() {
        store.put(bucket, "empty", new byte[0], "text/plain");

        assertThat(store.copy(bucket, seen("empty"), "copy")).isTrue();

        assertThat(store.find(bucket, "copy"))
                .hasValueSatisfying(object -> assertThat(object.size()).isZero());
    }

    @Test
    void copiesNothingButWhatWasSeen() {
        store.put(bucket, "film", new byte[] {1, 2}, "video/mp4");
        ArtifactStore.StoredObject seen = seen("film");
        store.put(bucket, "film", new byte[] {3, 4}, "video/mp4");
        assertThat(store.copy(bucket, seen, "copy")).isFalse();
        store.delete(bucket, "film");
        assertThat(store.copy(bucket, seen, "copy")).isFalse();

        assertThat(store.find(bucket, "copy")).isEmpty();
        assertThat(store.unfinishedUploads(bucket)).isEmpty();
    }

    private ArtifactStore.StoredObject seen(String key) {
        return store.list(bucket, key.substring(0, key.lastIndexOf('/') + 1)).stream()
                .filter(object -> object.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
