package dev.winslow.minio;

import java.util.List;

/** The object storage answered, and refused: wrong credentials, no such bucket, a name that it does not take. Repeating the call does not help. */
public final class StorageRefused extends RuntimeException {
    private final String code;

    /** The code is that of the S3 protocol, such as {@code AccessDenied}. */
    public StorageRefused(String message, String code, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Whether the upload is unknown, or made of other parts than were named: a new upload may succeed. */
    public boolean concernsUpload() {
        return is("NoSuchUpload", "InvalidPart", "InvalidPartOrder", "EntityTooSmall");
    }

    boolean is(String... codes) {
        return List.of(codes).contains(code);
    }
}
