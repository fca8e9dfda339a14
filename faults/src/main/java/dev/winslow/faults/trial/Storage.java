package dev.winslow.faults.trial;

import dev.winslow.bench.StartedProcesses;
import dev.winslow.minio.MinioArtifactStore;
import dev.winslow.minio.StorageSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A MinIO where there is its program, else the storage of a trial in a process of its own. */
record Storage(Component component, StorageSettings settings, String name, SmallDisk disk) {
    private static final String KEY = "winslow";
    private static final String SECRET = "winslow-secret";
    private static final String SIZE = "512m";

    static Storage make(Path folder, String host, boolean root, int port) throws IOException, InterruptedException {
        Path objects = folder.resolve("storage");
        SmallDisk disk = SmallDisk.make(objects, SIZE, root);
        Optional<Path> minio = minio();
        List<String> command = minio.map(program -> List.of(
                        program.toString(), "server", "--quiet", "--address", host + ":" + port, objects.toString()))
                .orElseGet(() -> List.of(
                        StartedProcesses.java(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StorageProcess.class.getName(),
                        objects.toString(),
                        host,
                        String.valueOf(port),
                        KEY,
                        SECRET));
        return new Storage(
                new Component(
                        "storage",
                        command,
                        Map.of("MINIO_ROOT_USER", KEY, "MINIO_ROOT_PASSWORD", SECRET, "MINIO_BROWSER", "off"),
                        folder.resolve("storage.log")),
                new StorageSettings(
                        URI.create("http://" + host + ":" + port), Optional.empty(), KEY, SECRET, "us-east-1"),
                minio.isPresent()
                        ? "MinIO"
                        : "the embedded storage, since there is no MinIO here (go install github.com/minio/minio@latest)",
                disk);
    }

    boolean answers() {
        try (MinioArtifactStore store = new MinioArtifactStore(settings)) {
            store.buckets("");
            return true;
        } catch (RuntimeException away) {
            return false;
        }
    }

    private static Optional<Path> minio() {
        Stream<Path> named = Optional.ofNullable(System.getenv("WINSLOW_MINIO")).map(Path::of).stream();
        Stream<Path> onPath = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .map(place -> Path.of(place, "minio"));
        Stream<Path> built = Stream.of(Path.of(System.getProperty("user.home"), "go", "bin", "minio"));
        return Stream.of(named, onPath, built)
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
