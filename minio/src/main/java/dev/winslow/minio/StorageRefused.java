package dev.winslow.minio;

/** The object storage answered, and refused: wrong credentials, no such bucket, a name that it does not take. Repeating the call does not help. */
public final class StorageRefused extends RuntimeException {
    private final String code;

    /** The code is that of the S3 protocol, such as {@code AccessDenied}. */
    public StorageRefused(String message, String code, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    boolean is(String... codes) {
        return java.util.List.of(codes).contains(code);
    }
}
