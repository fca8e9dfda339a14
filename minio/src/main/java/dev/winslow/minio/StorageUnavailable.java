package dev.winslow.minio;

/** The object storage did not answer, or not as it should; nothing was changed that a repetition would not mend. */
public final class StorageUnavailable extends RuntimeException {
    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
