package dev.winslow.minio;

import java.net.URI;
import java.util.Optional;

/**
 * How to reach an S3 server.
 *
 * @param publicEndpoint the address under which browsers and workers reach it, where that is another
 */
public record StorageSettings(
        URI endpoint, Optional<URI> publicEndpoint, String accessKey, String secretKey, String region) {

    @Override
    public String toString() {
        return "StorageSettings[endpoint=" + endpoint + ", publicEndpoint=" + publicEndpoint + "]";
    }
}
