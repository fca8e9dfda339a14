package dev.winslow.minio;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Signs addresses by which others reach one object for a while. */
final class Signer implements AutoCloseable {
    private final MinioAsyncClient client;

    /** @param client one whose endpoint those others reach */
    Signer(MinioAsyncClient client) {
        this.client = client;
    }

    URI sign(Http.Method method, String bucket, String key, Duration validity, Map<String, String> query) {
        return URI.create(Calls.direct(
                "sign an address for " + key,
                () -> client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                        .method(method)
                        .bucket(bucket)
                        .object(key)
                        .expiry((int) validity.toSeconds())
                        .extraQueryParams(query)
                        .build())));
    }

    @Override
    public void close() {
        client.close();
    }
}
