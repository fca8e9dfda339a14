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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every S3 server must do with what is sent to it, in one piece or in parts. */
abstract class UploadsContract extends StoreOnAServer {
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
    void endsNoUploadByPartsThatAreNone() {
        store.put(bucket, "small", new byte[] {1}, "text/plain");

        assertThatThrownBy(() -> store.completeUpload(
                        bucket, "small", UUID.randomUUID().toString(), List.of(new SentPart(1, "no-checksum"))))
                .isInstanceOf(StorageRefused.class);
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
}
