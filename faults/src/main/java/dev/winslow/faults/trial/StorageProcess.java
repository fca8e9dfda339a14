package dev.winslow.faults.trial;

import dev.winslow.minio.EmbeddedSettings;
import dev.winslow.minio.EmbeddedStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The storage of a trial as a process that can be killed. */
final class StorageProcess {
    private StorageProcess() {}

    /** @param arguments folder, host, port, access key, secret key */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Path kept = folder.resolve("storage.properties");
        if (Files.notExists(kept)) {
            Files.writeString(
                    kept, "port=%s\naccessKey=%s\nsecretKey=%s\n".formatted(arguments[2], arguments[3], arguments[4]));
        }
        EmbeddedSettings settings = new EmbeddedSettings(
                folder, arguments[1], Integer.parseInt(arguments[2]), Optional.empty(), List.of("*"));
        try (var _ = EmbeddedStorage.start(settings)) {
            new CountDownLatch(1).await();
        }
    }
}
