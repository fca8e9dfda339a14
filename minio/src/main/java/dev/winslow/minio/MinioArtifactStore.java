package dev.winslow.minio;

import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadTicket;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.messages.Item;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Artifacts on any S3 server, by the MinIO client. The client signs, lists and ends uploads; bytes go by signed addresses. */
public final class MinioArtifactStore implements ArtifactStore, AutoCloseable {
    private static final long PART_SIZE = 64L << 20;

    private final MinioAsyncClient client;
    private final Signer signer;
    private final Listings listings;
    private final MultipartUploads uploads;
    private final Copies copies;

    public MinioArtifactStore(StorageSettings settings) {
        this(settings, PART_SIZE);
    }

    /**
     * @param partSize the size in bytes of the parts in which files are sent
     * @throws IllegalArgumentException where S3 servers take no parts of that size
     */
    public MinioArtifactStore(StorageSettings settings, long partSize) {
        this.client = StorageClient.to(settings.endpoint(), settings);
        this.signer = new Signer(settings.publicEndpoint()
                .map(endpoint -> StorageClient.to(endpoint, settings))
                .orElse(client));
        this.listings = new Listings(client);
        this.uploads = new MultipartUploads(client, signer, partSize);
        this.copies = new Copies(client, uploads);
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
        return uploads.begin(bucket, key, size);
    }

    @Override
    public List<SentPart> sentParts(String bucket, String key, String uploadId) {
        return uploads.sentParts(bucket, key, uploadId);
    }

    @Override
    public UploadTicket resumeUpload(String bucket, String key, String uploadId, long size) {
        return uploads.resume(bucket, key, uploadId, size);
    }

    @Override
    public void completeUpload(String bucket, String key, String uploadId, List<SentPart> parts) {
        try {
            uploads.complete(bucket, key, uploadId, parts);
        } catch (StorageRefused e) {
            if (!e.is("NoSuchUpload") || !isMadeOf(bucket, key, parts)) {
                throw e;
            }
        }
    }

    @Override
    public void abortUpload(String bucket, String key, String uploadId) {
        uploads.abort(bucket, key, uploadId);
    }

    /** Whether the object is that of these parts: its ETag is the MD5 over theirs, with their number behind it. */
    private boolean isMadeOf(String bucket, String key, List<SentPart> parts) {
        Optional<String> expected = PartsETag.of(parts);
        return expected.isPresent() && find(bucket, key).map(StoredObject::etag).equals(expected);
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
                // A file that somebody put into the folder of the embedded server by hand has none.
                item.etag() == null ? "" : unquoted(item.etag()),
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
    public boolean copy(String bucket, StoredObject seen, String toKey) {
        if (seen.size() > 0) {
            return copies.copy(bucket, seen, toKey);
        }
        put(bucket, toKey, new byte[0], Presentation.NAMELESS.contentType());
        return find(bucket, seen.key()).filter(object -> object.size() == 0).isPresent();
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
        return signer.sign(Http.Method.GET, bucket, key, validity, query);
    }

    static String unquoted(String etag) {
        return etag.replace("\"", "");
    }
}
