package dev.winslow.minio;

import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadTicket;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Immutable objects in buckets of any S3 server. Bytes travel between client and store by signed addresses; the store itself only signs, looks
 * and tidies. Every method may throw {@link StorageUnavailable}, after which the same call can be repeated, and
 * {@link StorageRefused}, after which it would be refused again.
 */
public interface ArtifactStore {

    void createBucket(String bucket);

    /** Deletes the bucket with all that is in it, unfinished uploads included. */
    void deleteBucket(String bucket);

    /** Opens an upload of {@code size} bytes: one signed PUT, or a multipart upload where the size is above one part. */
    UploadTicket beginUpload(String bucket, String key, long size);

    /** The parts of an unfinished upload that the store has, so that a client can go on where it stopped. */
    List<SentPart> sentParts(String bucket, String key, String uploadId);

    /** Signs the given parts of an unfinished upload anew, for a client whose addresses have run out. */
    UploadTicket resumeUpload(String bucket, String key, String uploadId, long size);

    /** Ends a multipart upload. Ended twice, it answers as the first time. */
    void completeUpload(String bucket, String key, String uploadId, List<SentPart> parts);

    void abortUpload(String bucket, String key, String uploadId);

    Optional<StoredObject> find(String bucket, String key);

    /** Objects directly below a prefix that ends with {@code /}, all pages, in the order of their keys. */
    List<StoredObject> list(String bucket, String prefix);

    /** Writes a small object (a person's answer, a log page) through the server. */
    void put(String bucket, String key, byte[] bytes, String contentType);

    /** Reads an object from an offset to its end; the caller closes the stream. */
    InputStream read(String bucket, String key, long offset);

    /** Reads so many bytes of an object, or those that there are; the caller closes the stream. */
    InputStream read(String bucket, String key, long offset, long length);

    void delete(String bucket, String key);

    /** A signed address to read an object from; a file name says how browsers show it, and under which name they save it. */
    URI downloadUrl(String bucket, String key, Duration validity, Optional<String> fileName);

    /** An object that lies in the store; the ETag without quotes. */
    record StoredObject(String key, long size, String etag) {}
}
