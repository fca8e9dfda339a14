package dev.winslow.cli;

import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Sends one part of a file to the storage, and again where the connection or the storage fails. Memory does not grow with the part. */
final class PartSending {
    private static final int TRIES = 9;
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(2);
    private static final long SLOWEST_BYTES_PER_SECOND = 32_000;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(15)).build();
    private final Duration firstPause;

    /** Each pause after a failed try is twice as long as the one before. */
    PartSending(Duration firstPause) {
        this.firstPause = firstPause;
    }

    SentPart send(Path file, UploadPart part, UploadProgress progress) throws IOException {
        Duration pause = firstPause;
        for (int attempt = 1; ; attempt++) {
            try {
                return sendOnce(file, part, progress);
            } catch (Passing failure) {
                if (attempt == TRIES) {
                    throw new IOException(
                            failure.getMessage() + " The same command goes on where this one stopped.", failure);
                }
                progress.again(part, attempt);
                rest(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private SentPart sendOnce(Path file, UploadPart part, UploadProgress progress) throws IOException {
        requireWhole(file, part);
        HttpResponse<String> response;
        try {
            response = http.send(request(file, part, progress), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Passing("The storage cannot be reached with a part of " + file + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
        int status = response.statusCode();
        if (status >= 500 || status == 408 || status == 429) {
            throw new Passing("The storage answered " + status + " to a part of " + file + ".");
        }
        if (status != 200) {
            throw new IOException(
                    "The storage answered " + status + " to a part of " + file
                            + ". If that took hours, its permission has run out: the same command goes on where this one stopped.");
        }
        return new SentPart(
                part.number(), response.headers().firstValue("ETag").orElse("").replace("\"", ""));
    }

    /** What lies on this machine is no matter of the storage's, and does not pass. */
    private static void requireWhole(Path file, UploadPart part) throws IOException {
        if (!Files.isReadable(file) || Files.size(file) < part.offset() + part.size()) {
            throw new IOException("The file " + file + " cannot be read any more, or is shorter than it was.");
        }
    }

    private static HttpRequest request(Path file, UploadPart part, UploadProgress progress) {
        BodyPublisher bytes = part.size() == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> open(file, part, progress)), part.size());
        return HttpRequest.newBuilder(part.url())
                .timeout(LEAST_PATIENCE.plusSeconds(part.size() / SLOWEST_BYTES_PER_SECOND))
                .PUT(bytes)
                .build();
    }

    private static PartStream open(Path file, UploadPart part, UploadProgress progress) {
        try {
            return new PartStream(file, part, sent -> progress.sent(part, sent));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }

    private static void rest(Duration pause) throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** What may be over at the next try. */
    private static final class Passing extends IOException {
        private static final long serialVersionUID = 1;

        Passing(String message) {
            super(message);
        }

        Passing(String message, IOException cause) {
            super(message, cause);
        }
    }
}
