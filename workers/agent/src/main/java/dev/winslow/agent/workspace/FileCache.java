package dev.winslow.agent.workspace;

import dev.winslow.api.worker.InputFile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Bytes that this machine has fetched before, by their SHA-256. A file is in the cache only when its checksum was right. */
public final class FileCache {
    private final Path folder;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public FileCache(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** The cached file with these bytes, fetched if need be. */
    Path fetch(InputFile file) throws IOException, InterruptedException {
        Path cached = folder.resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
        if (Files.exists(cached) && Files.size(cached) == file.size()) {
            return cached;
        }
        Files.createDirectories(cached.getParent());
        Path fresh = Files.createTempFile(folder, "fetch-", ".part");
        try {
            HttpResponse<Path> response =
                    http.send(HttpRequest.newBuilder(file.url()).build(), HttpResponse.BodyHandlers.ofFile(fresh));
            if (response.statusCode() != 200) {
                throw new IOException("The storage answered " + response.statusCode() + " for the file " + file.path());
            }
            if (!Sha256.of(fresh).equals(file.sha256())) {
                throw new IOException("The file " + file.path() + " arrived damaged: its checksum is wrong");
            }
            fresh.toFile().setReadOnly();
            Files.move(fresh, cached, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return cached;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
