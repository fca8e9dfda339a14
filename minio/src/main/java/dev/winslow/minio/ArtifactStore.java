package dev.winslow.minio;

import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadTicket;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Immutable objects in buckets of any S3 server. Bytes travel between client and store by signed addresses; the store itself only signs, looks
 * and tidies. Every method may throw {@link StorageUnavailable}, after which the same call can be repeated, and
 * {@link StorageRefused}, after which it would be refused again.
 */
public interface ArtifactStore {

    void createBucket(String bucket);

    /** Deletes the bucket with all that is in it, unfinished uploads included. */
    void deleteBucket(String bucket);

    /** Names of the buckets that begin so. */
    List<String> buckets(String prefix);

    /** Deletes the bucket unless something is in it, be it an unfinished upload; answers whether the bucket is gone. */
    boolean deleteEmptyBucket(String bucket);

    /**
     * Opens an upload of {@code size} bytes, always in parts: their addresses end with the upload, so that nobody can put other bytes in the place of
     * those that arrived. A file of no bytes is there at once, and nothing is to be sent.
     */
    UploadTicket beginUpload(String bucket, String key, long size);

    /** The parts of an unfinished upload that the store has, so that a client can go on where it stopped. */
    List<SentPart> sentParts(String bucket, String key, String uploadId);

    /** Signs the given parts of an unfinished upload anew, for a client whose addresses have run out. */
    UploadTicket resumeUpload(String bucket, String key, String uploadId, long size);

    /** Ends a multipart upload. Ended twice, it answers as the first time. */
    void completeUpload(String bucket, String key, String uploadId, List<SentPart> parts);

    void abortUpload(String bucket, String key, String uploadId);

    /** Uploads that were begun and neither ended nor aborted. */
    List<UnfinishedUpload> unfinishedUploads(String bucket);

    Optional<StoredObject> find(String bucket, String key);

    /** Objects directly below a prefix that ends with {@code /}, all pages, in the order of their keys. */
    List<StoredObject> list(String bucket, String prefix);

    /** What lies directly below a prefix that ends with {@code /}, a page at a time; the visitor may delete what it is shown. */
    void forEachPage(String bucket, String prefix, Consumer<Page> visitor);

    /** Writes a small object (a person's answer, a log page) through the server. */
    void put(String bucket, String key, byte[] bytes, String contentType);

    /** Reads an object from an offset to its end; the caller closes the stream. */
    InputStream read(String bucket, String key, long offset);

    /** Reads so many bytes of an object, or those that there are; the caller closes the stream. */
    InputStream read(String bucket, String key, long offset, long length);

    /**
     * Copies an object to another key of its bucket within the store, so that no byte comes here. Answers false, with nothing copied, where another
     * object or none lies there by now than the one that was seen.
     */
    boolean copy(String bucket, StoredObject seen, String toKey);

    void delete(String bucket, String key);

    /** A signed address to read an object from; a file name says how browsers show it, and under which name they save it. */
    URI downloadUrl(String bucket, String key, Duration validity, Optional<String> fileName);

    /** An object that lies in the store: when it came there by the store's clock, and the ETag without quotes. */
    record StoredObject(String key, long size, String etag, Instant modified) {}

    /** Objects, and folders whose names end with {@code /}. */
    record Page(List<StoredObject> objects, List<String> folders) {}

    /** An upload in parts that has no end yet. */
    record UnfinishedUpload(String key, String uploadId) {}
}
