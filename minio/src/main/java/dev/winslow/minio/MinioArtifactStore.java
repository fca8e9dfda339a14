package dev.winslow.minio;

import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadPart;
import dev.winslow.api.artifact.UploadTicket;
import io.minio.AbortMultipartUploadArgs;
import io.minio.BucketExistsArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListPartsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.messages.Item;
import io.minio.messages.Part;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Artifacts on any S3 server, by the MinIO client. The client signs, lists and ends uploads; bytes go by signed addresses. */
public final class MinioArtifactStore implements ArtifactStore, AutoCloseable {
    private static final long PART_SIZE = 64L << 20;
    /** Smaller parts no S3 server takes, but for the last of an upload. */
    private static final long SMALLEST_PART = 5L << 20;

    private static final long LARGEST_PART = 5L << 30;
    private static final int UPLOAD_VALIDITY_SECONDS = 7 * 24 * 3600;
    private static final int MAX_PARTS_LISTED = 1000;

    private final MinioAsyncClient client;
    private final MinioAsyncClient signer;
    private final Listings listings;
    private final long partSize;

    public MinioArtifactStore(StorageSettings settings) {
        this(settings, PART_SIZE);
    }

    /**
     * @param partSize the size in bytes of the parts in which files are sent
     * @throws IllegalArgumentException where S3 servers take no parts of that size
     */
    public MinioArtifactStore(StorageSettings settings, long partSize) {
        if (partSize < SMALLEST_PART || partSize > LARGEST_PART) {
            throw new IllegalArgumentException(
                    "Expected parts of 5 MiB to 5 GiB, which S3 servers take, but the part size is " + partSize
                            + " bytes.");
        }
        this.client = client(settings, settings.endpoint());
        this.signer = settings.publicEndpoint()
                .map(endpoint -> client(settings, endpoint))
                .orElse(client);
        this.listings = new Listings(client);
        this.partSize = partSize;
    }

    private static MinioAsyncClient client(StorageSettings settings, URI endpoint) {
        // Daemons: waiting for more to do must not keep a program alive.
        Dispatcher dispatcher = new Dispatcher(Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("storage-", 0).factory()));
        dispatcher.setMaxRequests(128);
        dispatcher.setMaxRequestsPerHost(64);
        OkHttpClient http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .addInterceptor(new Http.StatusRetryInterceptor())
                .addInterceptor(new NamedStorageClass())
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(60))
                .build();
        return MinioAsyncClient.builder()
                .endpoint(endpoint.toString())
                .credentials(settings.accessKey(), settings.secretKey())
                .region(settings.region())
                .httpClient(http, true)
                .build();
    }

    /** Ends the threads and connections; calls after it fail. */
    @Override
    public void close() {
        client.close();
        signer.close();
    }

    @Override
    public void createBucket(String bucket) {
        boolean exists = Calls.await(
                "look for bucket " + bucket,
                () -> client.bucketExists(
                        BucketExistsArgs.builder().bucket(bucket).build()));
        if (!exists) {
            try {
                Calls.await(
                        "create bucket " + bucket,
                        () -> client.makeBucket(
                                MakeBucketArgs.builder().bucket(bucket).build()));
            } catch (StorageRefused e) {
                // Another server may have made it in between.
                if (!e.is("BucketAlreadyOwnedByYou", "BucketAlreadyExists")) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void deleteBucket(String bucket) {
        boolean exists = Calls.await(
                "look for bucket " + bucket,
                () -> client.bucketExists(
                        BucketExistsArgs.builder().bucket(bucket).build()));
        if (!exists) {
            return;
        }
        // Some servers refuse to delete a bucket with unfinished uploads, others keep the bytes of their parts for a
        // day.
        unfinishedUploads(bucket).forEach(upload -> abortUpload(bucket, upload.key(), upload.uploadId()));
        deleteBelow(bucket, "");
        removeBucket(bucket);
    }

    private void deleteBelow(String bucket, String prefix) {
        forEachPage(bucket, prefix, page -> {
            page.folders().forEach(folder -> deleteBelow(bucket, folder));
            page.objects().forEach(object -> delete(bucket, object.key()));
        });
    }

    @Override
    public List<String> buckets(String prefix) {
        return listings.buckets(prefix);
    }

    @Override
    public boolean deleteEmptyBucket(String bucket) {
        try {
            if (!unfinishedUploads(bucket).isEmpty()) {
                return false;
            }
            removeBucket(bucket);
            return true;
        } catch (StorageRefused e) {
            if (e.is("BucketNotEmpty")) {
                return false;
            }
            if (e.is("NoSuchBucket")) {
                return true;
            }
            throw e;
        }
    }

    private void removeBucket(String bucket) {
        Calls.await(
                "delete bucket " + bucket,
                () -> client.removeBucket(
                        RemoveBucketArgs.builder().bucket(bucket).build()));
    }

    @Override
    public UploadTicket beginUpload(String bucket, String key, long size) {
        if (size == 0) {
            put(bucket, key, new byte[0], Presentation.NAMELESS.contentType());
            return new UploadTicket(key, "", List.of());
        }
        String uploadId = Calls.await(
                        "begin the upload of " + key,
                        () -> client.createMultipartUpload(CreateMultipartUploadArgs.builder()
                                .bucket(bucket)
                                .object(key)
                                .build()))
                .result()
                .uploadId();
        return resumeUpload(bucket, key, uploadId, size);
    }

    private static void requireMultipart(String key, String uploadId) {
        if (uploadId.isEmpty()) {
            throw new IllegalArgumentException(
                    "The upload of " + key + " is that of an empty file: it has no parts, and ended when it began");
        }
    }

    @Override
    public List<SentPart> sentParts(String bucket, String key, String uploadId) {
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
            page.parts().forEach(part -> parts.add(new SentPart(part.partNumber(), unquoted(part.etag()))));
            if (!page.isTruncated() || page.parts().isEmpty()) {
                return parts;
            }
            marker = Optional.of(page.parts().getLast().partNumber());
        }
    }

    @Override
    public UploadTicket resumeUpload(String bucket, String key, String uploadId, long size) {
        requireMultipart(key, uploadId);
        // At most 10,000 parts: a larger file gets larger parts.
        long step = Math.max(partSize, (size + 9_999) / 10_000);
        int count = (int) ((size + step - 1) / step);
        List<UploadPart> parts = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new UploadPart(
                        number,
                        (number - 1) * step,
                        Math.min(step, size - (number - 1) * step),
                        URI.create(sign(
                                Http.Method.PUT,
                                bucket,
                                key,
                                UPLOAD_VALIDITY_SECONDS,
                                Map.of("uploadId", uploadId, "partNumber", String.valueOf(number))))))
                .toList();
        return new UploadTicket(key, uploadId, parts);
    }

    @Override
    public void completeUpload(String bucket, String key, String uploadId, List<SentPart> parts) {
        requireMultipart(key, uploadId);
        Part[] sent =
                parts.stream().map(part -> new Part(part.number(), part.etag())).toArray(Part[]::new);
        try {
            Calls.await(
                    "end the upload of " + key,
                    () -> client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                            .bucket(bucket)
                            .object(key)
                            .uploadId(uploadId)
                            .parts(sent)
                            .build()));
        } catch (StorageRefused e) {
            if (!e.is("NoSuchUpload") || !isMadeOf(bucket, key, parts)) {
                throw e;
            }
        }
    }

    /** Whether the object is that of these parts: its ETag is the MD5 over theirs, with their number behind it. */
    private boolean isMadeOf(String bucket, String key, List<SentPart> parts) {
        Optional<String> expected = PartsETag.of(parts);
        return expected.isPresent() && find(bucket, key).map(StoredObject::etag).equals(expected);
    }

    @Override
    public void abortUpload(String bucket, String key, String uploadId) {
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

    @Override
    public Optional<StoredObject> find(String bucket, String key) {
        try {
            var stat = Calls.await(
                    "look for " + key,
                    () -> client.statObject(
                            StatObjectArgs.builder().bucket(bucket).object(key).build()));
            return Optional.of(new StoredObject(
                    key, stat.size(), unquoted(stat.etag()), stat.lastModified().toInstant()));
        } catch (StorageRefused e) {
            if (e.is("NoSuchKey", "NoSuchObject", "NoSuchBucket")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        List<StoredObject> objects = new ArrayList<>();
        forEachPage(bucket, prefix, page -> objects.addAll(page.objects()));
        return objects;
    }

    @Override
    public void forEachPage(String bucket, String prefix, Consumer<Page> visitor) {
        listings.forEachPage(
                bucket,
                prefix,
                items -> visitor.accept(new Page(
                        items.stream()
                                .filter(item -> !item.isDir())
                                .map(MinioArtifactStore::stored)
                                .toList(),
                        items.stream().filter(Item::isDir).map(Item::objectName).toList())));
    }

    @Override
    public List<UnfinishedUpload> unfinishedUploads(String bucket) {
        return listings.unfinishedUploads(bucket);
    }

    private static StoredObject stored(Item item) {
        return new StoredObject(
                item.objectName(),
                item.size(),
                unquoted(item.etag()),
                item.lastModified().toInstant());
    }

    @Override
    public void put(String bucket, String key, byte[] bytes, String contentType) {
        Calls.await(
                "write " + key,
                () -> client.putObject(PutObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .data(bytes, bytes.length)
                        .contentType(contentType)
                        .build()));
    }

    @Override
    public InputStream read(String bucket, String key, long offset) {
        try {
            return Calls.await(
                    "read " + key,
                    () -> client.getObject(GetObjectArgs.builder()
                            .bucket(bucket)
                            .object(key)
                            .offset(offset)
                            .build()));
        } catch (StorageRefused e) {
            if (e.is("InvalidRange") && find(bucket, key).stream().anyMatch(object -> object.size() == offset)) {
                return InputStream.nullInputStream();
            }
            throw e;
        }
    }

    @Override
    public InputStream read(String bucket, String key, long offset, long length) {
        return Calls.await(
                "read " + key,
                () -> client.getObject(GetObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .offset(offset)
                        .length(length)
                        .build()));
    }

    @Override
    public void delete(String bucket, String key) {
        Calls.await(
                "delete " + key,
                () -> client.removeObject(
                        RemoveObjectArgs.builder().bucket(bucket).object(key).build()));
    }

    @Override
    public URI downloadUrl(String bucket, String key, Duration validity, Optional<String> fileName) {
        Presentation shown = fileName.map(Presentation::of).orElse(Presentation.NAMELESS);
        Map<String, String> query = Map.of(
                "response-content-disposition", shown.disposition(),
                "response-content-type", shown.contentType());
        return URI.create(sign(Http.Method.GET, bucket, key, (int) validity.toSeconds(), query));
    }

    private String sign(Http.Method method, String bucket, String key, int seconds, Map<String, String> query) {
        return Calls.direct(
                "sign an address for " + key,
                () -> signer.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                        .method(method)
                        .bucket(bucket)
                        .object(key)
                        .expiry(seconds)
                        .extraQueryParams(query)
                        .build()));
    }

    private static String unquoted(String etag) {
        return etag.replace("\"", "");
    }
}
