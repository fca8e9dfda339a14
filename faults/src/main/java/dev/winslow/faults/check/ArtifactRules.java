package dev.winslow.faults.check;

import dev.winslow.minio.MinioArtifactStore;
import dev.winslow.minio.StorageSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads every object that a row names, and compares its bytes with the row. */
record ArtifactRules(StorageSettings storage) {
    private static final int AT_ONCE = 8;

    List<Violation> check(Collection<Rows.Promised> promises) throws IOException, InterruptedException {
        Map<String, Rows.Promised> objects = new LinkedHashMap<>();
        promises.forEach(row -> objects.put(row.bucket() + "/" + row.key() + " " + row.sha256(), row));
        try (MinioArtifactStore store = new MinioArtifactStore(storage);
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            return threads
                    .invokeAll(objects.values().stream()
                            .<Callable<Optional<Violation>>>map(row -> () -> check(store, row))
                            .toList())
                    .stream()
                    .map(ArtifactRules::result)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Optional<Violation> result(Future<Optional<Violation>> future) {
        return switch (future.state()) {
            case SUCCESS -> future.resultNow();
            default -> throw new IllegalStateException("An object could not be looked at", future.exceptionNow());
        };
    }

    private static Optional<Violation> check(MinioArtifactStore store, Rows.Promised row) {
        String found;
        try (InputStream bytes = store.read(row.bucket(), row.key(), 0)) {
            found = sha256(bytes);
        } catch (RuntimeException | IOException missing) {
            found = missing.toString();
        }
        return found.equals(row.sha256())
                ? Optional.empty()
                : Optional.of(new Violation(
                        "No artifact is changed or missing",
                        "%s of attempt %s (%s/%s) should have the hash %s, but: %s"
                                .formatted(row.path(), row.attempt(), row.bucket(), row.key(), row.sha256(), found)));
    }

    private static String sha256(InputStream bytes) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
