package dev.winslow.engine.settings;

import dev.winslow.minio.EmbeddedSettings;
import dev.winslow.minio.EmbeddedStorage;
import dev.winslow.minio.MinioArtifactStore;
import dev.winslow.minio.StorageSettings;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object storage: a server of its own where one is named, and otherwise one that keeps a folder, for a trial. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageServing.class)
class StorageConfiguration {

    @Bean(destroyMethod = "close")
    Storage storage(WinslowSettings settings, StorageServing serving) {
        WinslowSettings.Storage storage = settings.storage();
        return storage.server()
                .map(endpoint -> new Storage(
                        Optional.empty(),
                        new StorageSettings(
                                endpoint,
                                Optional.ofNullable(storage.publicEndpoint()),
                                required(storage.accessKey(), "access-key"),
                                required(storage.secretKey(), "secret-key"),
                                storage.region())))
                .orElseGet(() -> {
                    EmbeddedStorage embedded = EmbeddedStorage.start(new EmbeddedSettings(
                            settings.data().resolve("storage"),
                            serving.host(),
                            storage.port(),
                            Optional.ofNullable(storage.publicEndpoint()),
                            serving.corsOrigins()));
                    return new Storage(Optional.of(embedded), embedded.settings());
                });
    }

    @Bean(destroyMethod = "close")
    MinioArtifactStore artifactStore(Storage storage, StorageServing serving) {
        return new MinioArtifactStore(storage.settings(), serving.partSize().toBytes());
    }

    private static String required(@org.jspecify.annotations.Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "Expected winslow.storage." + name + " beside winslow.storage.endpoint, but it is not set.");
        }
        return value;
    }

    /** The storage that is used, and the embedded server where there is one, which ends with the application. */
    record Storage(Optional<EmbeddedStorage> embedded, StorageSettings settings) implements AutoCloseable {
        @Override
        public void close() {
            embedded.ifPresent(EmbeddedStorage::close);
        }
    }
}
