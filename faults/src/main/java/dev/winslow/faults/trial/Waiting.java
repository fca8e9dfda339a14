package dev.winslow.faults.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** For what other processes do in their own time. */
public final class Waiting {
    private static final long LOOK_MILLIS = 100;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Waiting() {}

    /** Something that may be so in a while. */
    public interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /** @throws IOException where it does not come true in time */
    public static void until(String what, Duration limit, Condition condition)
            throws IOException, InterruptedException {
        if (!within(limit, condition)) {
            throw new IOException("Waited " + limit.toSeconds() + " s in vain until " + what);
        }
    }

    public static boolean within(Duration limit, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return true;
    }

    static boolean isHealthy(URI server) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(server.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
