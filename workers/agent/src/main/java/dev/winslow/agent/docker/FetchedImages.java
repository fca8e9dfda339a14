package dev.winslow.agent.docker;

import dev.winslow.agent.disk.PrivateJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which images this worker fetched, and when a stage used each last, in a file. Others are not its to remove. */
final class FetchedImages {
    private final Path file;
    private final Map<String, Instant> used;

    private record Book(Map<String, Instant> used) {}

    FetchedImages(Path file) throws IOException {
        this.file = file;
        this.used =
                new TreeMap<>(PrivateJson.read(file, Book.class).map(Book::used).orElse(Map.of()));
    }

    synchronized void fetched(String image, Instant now) throws IOException {
        used.put(image, now);
        write();
    }

    synchronized void used(String image, Instant now) throws IOException {
        if (used.replace(image, now) != null) {
            write();
        }
    }

    synchronized void removed(String image) throws IOException {
        used.remove(image);
        write();
    }

    synchronized List<String> unusedFor(Duration time, Instant now) {
        return used.entrySet().stream()
                .filter(each -> each.getValue().plus(time).isBefore(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void write() throws IOException {
        PrivateJson.write(file, new Book(used));
    }
}
