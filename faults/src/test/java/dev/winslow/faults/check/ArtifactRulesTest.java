package dev.winslow.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.minio.EmbeddedStorage;
import dev.winslow.minio.MinioArtifactStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactRulesTest {
    private static final String HASH_OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final String BUCKET = "faults-test";

    @TempDir
    private static Path folder = Path.of("");

    private static EmbeddedStorage storage;

    @BeforeAll
    static void start() {
        storage = EmbeddedStorage.start(folder, 0);
        try (MinioArtifactStore store = new MinioArtifactStore(storage.settings())) {
            store.createBucket(BUCKET);
            store.put(BUCKET, "same", "hello".getBytes(StandardCharsets.UTF_8), "text/plain");
            store.put(BUCKET, "changed", "hullo".getBytes(StandardCharsets.UTF_8), "text/plain");
        }
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void acceptsWhatIsAsItWasPromised() throws Exception {
        assertThat(rules().check(List.of(promised("same")))).isEmpty();
    }

    @Test
    void findsWhatIsChanged() throws Exception {
        assertThat(rules().check(List.of(promised("same"), promised("changed"))))
                .singleElement()
                .extracting(Violation::where)
                .asString()
                .contains("faults-test/changed");
    }

    @Test
    void findsWhatIsMissing() throws Exception {
        assertThat(rules().check(List.of(promised("missing"))))
                .extracting(Violation::rule)
                .containsExactly("No artifact is changed or missing");
    }

    private static ArtifactRules rules() {
        return new ArtifactRules(storage.settings());
    }

    private static Rows.Promised promised(String key) {
        return new Rows.Promised(UUID.randomUUID(), key + ".bin", 5, HASH_OF_HELLO, BUCKET, key);
    }
}
