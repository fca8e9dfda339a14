package dev.winslow.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class StorageServingTest {
    @Test
    void servesThisMachineAloneByDefault() {
        assertThat(bound(Map.of())).isEqualTo(new StorageServing("127.0.0.1", List.of("*"), DataSize.ofMegabytes(64)));
    }

    @Test
    void takesEveryKey() {
        assertThat(bound(Map.of(
                        "winslow.storage.host", "0.0.0.0",
                        "winslow.storage.cors-origins", "https://a.example,https://b.example",
                        "winslow.storage.part-size", "16MB")))
                .isEqualTo(new StorageServing(
                        "0.0.0.0", List.of("https://a.example", "https://b.example"), DataSize.ofMegabytes(16)));
    }

    private static StorageServing bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("winslow.storage", StorageServing.class);
    }
}
