package dev.winslow.minio;

import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadPart;
import dev.winslow.api.artifact.UploadTicket;
import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.ListPartsArgs;
import io.minio.MinioAsyncClient;
import io.minio.messages.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Uploads in parts, which others send by signed addresses. */
final class MultipartUploads {
    /** Smaller parts no S3 server takes, but for the last of an upload. */
    private static final long SMALLEST_PART = 5L << 20;

    private static final long LARGEST_PART = 5L << 30;
    private static final int MOST_PARTS = 10_000;
    private static final int MAX_PARTS_LISTED = 1000;
    private static final Duration VALIDITY = Duration.ofDays(7);

    private final MinioAsyncClient client;
    private final Signer signer;
    private final long partSize;

    /**
     * @param partSize the size in bytes of the parts in which files are sent
     * @throws IllegalArgumentException where S3 servers take no parts of that size
     */
    MultipartUploads(MinioAsyncClient client, Signer signer, long partSize) {
        if (partSize < SMALLEST_PART || partSize > LARGEST_PART) {
            throw new IllegalArgumentException(
                    "Expected parts of 5 MiB to 5 GiB, which S3 servers take, but the part size is " + partSize
                            + " bytes.");
        }
        this.client = client;
        this.signer = signer;
        this.partSize = partSize;
    }

    UploadTicket begin(String bucket, String key, long size) {
        String uploadId = Calls.await(
                        "begin the upload of " + key,
                        () -> client.createMultipartUpload(CreateMultipartUploadArgs.builder()
                                .bucket(bucket)
                                .object(key)
                                .build()))
                .result()
                .uploadId();
        return resume(bucket, key, uploadId, size);
    }

    private static void requireMultipart(String key, String uploadId) {
        if (uploadId.isEmpty()) {
            throw new IllegalArgumentException(
                    "The upload of " + key + " is that of an empty file: it has no parts, and ended when it began");
        }
    }

    List<SentPart> sentParts(String bucket, String key, String uploadId) {
        requireMultipart(key, uploadId);
        List<SentPart> parts = new ArrayList<>();
        Optional<Integer> marker = Optional.empty();
        while (true) {
            ListPartsArgs.Builder request = ListPartsArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .uploadId(uploadId)
                    .maxParts(MAX_PARTS_LISTED);
            marker.ifPresent(request::partNumberMarker);
            var page = Calls.await("list the parts of " + key, () -> client.listParts(request.build()))
                    .result();
            page.parts()
                    .forEach(part ->
                            parts.add(new SentPart(part.partNumber(), MinioArtifactStore.unquoted(part.etag()))));
            if (!page.isTruncated() || page.parts().isEmpty()) {
                return parts;
            }
            marker = Optional.of(page.parts().getLast().partNumber());
        }
    }

    UploadTicket resume(String bucket, String key, String uploadId, long size) {
        requireMultipart(key, uploadId);
        long step = Math.max(partSize, (size + MOST_PARTS - 1) / MOST_PARTS);
        int count = (int) ((size + step - 1) / step);
        List<UploadPart> parts = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new UploadPart(
                        number,
                        (number - 1) * step,
                        Math.min(step, size - (number - 1) * step),
                        signer.sign(
                                Http.Method.PUT,
                                bucket,
                                key,
                                VALIDITY,
                                Map.of("uploadId", uploadId, "partNumber", String.valueOf(number)))))
                .toList();
        return new UploadTicket(key, uploadId, parts);
    }

    void complete(String bucket, String key, String uploadId, List<SentPart> parts) {
        requireMultipart(key, uploadId);
        Part[] sent =
                parts.stream().map(part -> new Part(part.number(), part.etag())).toArray(Part[]::new);
        Calls.await(
                "end the upload of " + key,
                () -> client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .uploadId(uploadId)
                        .parts(sent)
                        .build()));
    }

    void abort(String bucket, String key, String uploadId) {
        requireMultipart(key, uploadId);
        try {
            Calls.await(
                    "abort the upload of " + key,
                    () -> client.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                            .bucket(bucket)
                            .object(key)
                            .uploadId(uploadId)
                            .build()));
        } catch (StorageRefused e) {
            if (!e.is("NoSuchUpload")) {
                throw e;
            }
        }
    }
}
