package dev.winslow.faults.work;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A person's program that calls again while servers are away, as a patient person would. */
public record Client(URI server, String token) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration CALL = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 200;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public <T> T get(String path, Class<T> type) throws IOException, InterruptedException {
        return JSON.readValue(patiently(request(path).GET()), type);
    }

    public <T> List<T> list(String path, Class<T> type) throws IOException, InterruptedException {
        return JSON.readValue(
                patiently(request(path).GET()), JSON.getTypeFactory().constructCollectionType(List.class, type));
    }

    /** Once, since what is done twice may be there twice. */
    <T> T post(String path, Object body, Class<T> type) throws IOException, InterruptedException {
        return JSON.readValue(once(posting(path, body)), type);
    }

    /** For what may be done twice. */
    void tell(String path, Object body) throws IOException, InterruptedException {
        patiently(posting(path, body));
    }

    void deploy(String bpmn) throws IOException, InterruptedException {
        patiently(request("/api/v1/pipelines")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(bpmn)));
    }

    private HttpRequest.Builder posting(String path, Object body) {
        BodyPublisher bytes = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return request(path).header("Content-Type", "application/json").POST(bytes);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(CALL).header("Authorization", "Bearer " + token);
    }

    private static byte[] patiently(HttpRequest.Builder request) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return once(request);
            } catch (Refusal refusal) {
                throw refusal;
            } catch (IOException away) {
                if (System.nanoTime() > end) {
                    throw away;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static byte[] once(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
        int status = response.statusCode();
        String said = response.request().uri().getPath() + " was answered " + status + ": "
                + new String(response.body(), StandardCharsets.UTF_8);
        if (status >= 500) {
            throw new IOException(said);
        }
        if (status / 100 != 2) {
            throw new Refusal(said);
        }
        return response.body();
    }

    /** An answer that another try would not change. */
    public static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        Refusal(String said) {
            super(said);
        }
    }
}
