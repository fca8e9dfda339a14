package dev.winslow.minio;

import io.minio.Http;
import io.minio.MinioAsyncClient;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Makes the MinIO clients: threads that keep no program alive, and time limits. */
final class StorageClient {
    private StorageClient() {}

    static MinioAsyncClient to(URI endpoint, StorageSettings settings) {
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
}
