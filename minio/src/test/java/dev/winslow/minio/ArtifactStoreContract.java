package dev.winslow.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadTicket;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every S3 server must do for Winslow. */
abstract class ArtifactStoreContract extends StoreOnAServer {
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
    void refusesPartsThatNoServerTakes() {
        assertThatThrownBy(() -> new MinioArtifactStore(settings(), 1 << 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 MiB");
    }

    @Test
    void takesASmallFile() throws Exception {
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);

        UploadTicket ticket = store.beginUpload(bucket, "a/b c ü+&=%.txt", bytes.length);
        SentPart sent = send(ticket.parts().getFirst(), bytes);
        store.completeUpload(bucket, "a/b c ü+&=%.txt", ticket.uploadId(), List.of(sent));

        assertThat(store.find(bucket, "a/b c ü+&=%.txt"))
                .hasValueSatisfying(object -> assertThat(object.size()).isEqualTo(5));
        assertThat(get(store.downloadUrl(bucket, "a/b c ü+&=%.txt", Duration.ofMinutes(1), Optional.of("ü.txt")))
                        .body())
                .isEqualTo(bytes);
    }

    @Test
    void takesNoOtherBytesOnceAFileHasArrived() throws Exception {
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
        UploadTicket ticket = store.beginUpload(bucket, "a.txt", bytes.length);
        SentPart sent = send(ticket.parts().getFirst(), bytes);
        store.completeUpload(bucket, "a.txt", ticket.uploadId(), List.of(sent));

        int answer = put(ticket.parts().getFirst().url(), "HELLO".getBytes(StandardCharsets.UTF_8));

        assertThat(answer).isEqualTo(404);
        assertThat(get(store.downloadUrl(bucket, "a.txt", Duration.ofMinutes(1), Optional.empty()))
                        .body())
                .isEqualTo(bytes);
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
    void listsUploadsThatHaveNoEnd() throws Exception {
        UploadTicket begun = store.beginUpload(bucket, "runs/1/begun", 10);
        UploadTicket ended = store.beginUpload(bucket, "runs/1/ended", 1);
        UploadTicket aborted = store.beginUpload(bucket, "runs/2/aborted", 1);
        store.completeUpload(
                bucket,
                "runs/1/ended",
                ended.uploadId(),
                List.of(send(ended.parts().getFirst(), new byte[1])));
        store.abortUpload(bucket, "runs/2/aborted", aborted.uploadId());

        assertThat(store.unfinishedUploads(bucket))
                .containsExactly(new ArtifactStore.UnfinishedUpload("runs/1/begun", begun.uploadId()));
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
    void goesOnWithALargeFileWhereItStopped() throws Exception {
        byte[] bytes = new byte[2 * PART + 1000];
        new Random(1).nextBytes(bytes);

        UploadTicket ticket = store.beginUpload(bucket, "big", bytes.length);
        send(ticket.parts().get(1), bytes);
        List<SentPart> before = store.sentParts(bucket, "big", ticket.uploadId());
        UploadTicket resumed = store.resumeUpload(bucket, "big", ticket.uploadId(), bytes.length);
        List<SentPart> sent = new ArrayList<>(before);
        sent.add(send(resumed.parts().get(0), bytes));
        sent.add(send(resumed.parts().get(2), bytes));
        sent.sort(java.util.Comparator.comparingInt(SentPart::number));
        store.completeUpload(bucket, "big", ticket.uploadId(), sent);
        store.completeUpload(bucket, "big", ticket.uploadId(), sent);

        assertThat(before).extracting(SentPart::number).containsExactly(2);
        try (InputStream in = store.read(bucket, "big", PART)) {
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, PART, bytes.length));
        }
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
    void refusesAnAddressThatWasTamperedWith() throws Exception {
        store.put(bucket, "secret", new byte[] {1}, "text/plain");
        URI url = store.downloadUrl(bucket, "secret", Duration.ofMinutes(1), Optional.empty());

        URI forged = URI.create(url.toString().replaceAll("Signature=.{6}", "Signature=aaaaaa"));

        assertThat(get(forged).statusCode()).isEqualTo(403);
    }

    @Test
    void abortsAnUploadTwiceWithoutComplaint() {
        UploadTicket ticket = store.beginUpload(bucket, "gone", PART + 1L);

        store.abortUpload(bucket, "gone", ticket.uploadId());
        store.abortUpload(bucket, "gone", ticket.uploadId());

        assertThat(store.find(bucket, "gone")).isEmpty();
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
    void endsNoUploadThatItDoesNotKnowThoughAnObjectIsThere() throws Exception {
        byte[] bytes = new byte[PART + 10];
        UploadTicket ticket = store.beginUpload(bucket, "big", bytes.length);
        List<SentPart> sent =
                List.of(send(ticket.parts().get(0), bytes), send(ticket.parts().get(1), bytes));
        store.completeUpload(bucket, "big", ticket.uploadId(), sent);
        List<SentPart> others = List.of(new SentPart(1, "0cc175b9c0f1b6a831c399e269772661"));

        assertThatThrownBy(() -> store.completeUpload(bucket, "big", ticket.uploadId(), others))
                .isInstanceOf(StorageRefused.class);
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
    void refusesToTreatAnEmptyFileAsAnUploadInParts() {
        assertEmpty(() -> store.sentParts(bucket, "a", ""));
        assertEmpty(() -> store.resumeUpload(bucket, "a", "", 1));
        assertEmpty(() -> store.completeUpload(bucket, "a", "", List.of()));
        assertEmpty(() -> store.abortUpload(bucket, "a", ""));
    }

    private static void assertEmpty(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("empty file");
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
    void deletesABucketThoughAPartCameAfterItsUploadWasAborted() throws Exception {
        UploadTicket ticket = store.beginUpload(bucket, "late/file", PART + 10L);
        store.abortUpload(bucket, "late/file", ticket.uploadId());
        put(ticket.parts().get(1).url(), new byte[10]);

        store.deleteBucket(bucket);

        assertThatThrownBy(() -> store.put(bucket, "a", new byte[] {1}, "text/plain"))
                .isInstanceOf(StorageRefused.class);
    }

    @Test
    void leavesNoUnfinishedUploadBehindInADeletedBucket() throws Exception {
        UploadTicket ticket = store.beginUpload(bucket, "half/file", PART + 10L);
        send(ticket.parts().get(1), new byte[PART + 10]);

        store.deleteBucket(bucket);
        store.createBucket(bucket);

        assertThatThrownBy(() -> store.sentParts(bucket, "half/file", ticket.uploadId()))
                .isInstanceOf(StorageRefused.class);
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
    void endsNoUploadByPartsThatAreNone() {
        store.put(bucket, "small", new byte[] {1}, "text/plain");

        assertThatThrownBy(() -> store.completeUpload(
                        bucket, "small", UUID.randomUUID().toString(), List.of(new SentPart(1, "no-checksum"))))
                .isInstanceOf(StorageRefused.class);
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

    @Test
    void seesNothingOfAnObjectBeforeItIsWhole() throws Exception {
        byte[] bytes = new byte[PART];
        URI address = signedFor("half/film.mp4");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("PUT %s?%s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                    .formatted(address.getRawPath(), address.getRawQuery(), address.getAuthority(), bytes.length)
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 0, PART - 1);
            out.flush();
            awaitTheServer();

            assertThat(store.list(bucket, "half/")).isEmpty();

            out.write(bytes, PART - 1, 1);
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200");
        }
        assertThat(store.list(bucket, "half/"))
                .extracting(ArtifactStore.StoredObject::key)
                .containsExactly("half/film.mp4");
    }

    /** Until it has begun to write what comes, where that can be told. */
    void awaitTheServer() {}

    private URI signedFor(String key) {
        try (MinioAsyncClient client = StorageClient.to(settings().endpoint(), settings())) {
            return new Signer(client).sign(Http.Method.PUT, bucket, key, Duration.ofMinutes(5), Map.of());
        }
    }

    private ArtifactStore.StoredObject seen(String key) {
        return store.list(bucket, key.substring(0, key.lastIndexOf('/') + 1)).stream()
                .filter(object -> object.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
