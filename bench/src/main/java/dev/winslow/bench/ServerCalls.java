package dev.winslow.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the HTTP API, and fails at the first answer that is none. */
record ServerCalls(URI server, String token) {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static boolean isHealthy(URI server) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(server.resolve("/actuator/health")).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).GET(), BodyHandlers.ofByteArray()));
    }

    InputStream stream(String path) throws IOException, InterruptedException {
        return send(request(path).GET(), BodyHandlers.ofInputStream());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return JSON.readTree(send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))),
                BodyHandlers.ofByteArray()));
    }

    void deploy(String bpmn) throws IOException, InterruptedException {
        send(
                request("/api/v1/pipelines")
                        .header("Content-Type", "application/xml")
                        .POST(BodyPublishers.ofString(bpmn)),
                BodyHandlers.ofByteArray());
    }

    /** Starts a run of a new project and answers its first attempt, once there is one. */
    String attemptOf(String pipeline, Map<String, String> variables) throws IOException, InterruptedException {
        String attempts = "/api/v1/runs/" + startRun(createProject(pipeline), variables) + "/attempts";
        JsonNode found = get(attempts);
        while (found.isEmpty()) {
            Thread.sleep(20);
            found = get(attempts);
        }
        return found.path(0).path("id").asString();
    }

    String createProject(String pipeline) throws IOException, InterruptedException {
        return post("/api/v1/projects", Map.of("name", "bench", "pipelineKey", pipeline, "tags", List.of()))
                .path("id")
                .asString();
    }

    String startRun(String project, Map<String, String> variables) throws IOException, InterruptedException {
        return post("/api/v1/projects/" + project + "/runs", Map.of("variables", variables))
                .path("id")
                .asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static <T> T send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        HttpResponse<T> response = HTTP.send(request.build(), handler);
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.request().uri().getPath() + " was answered " + response.statusCode() + ": "
                    + text(response.body()));
        }
        return response.body();
    }

    private static String text(Object body) {
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
    }
}
