package dev.winslow.agent.protocol;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Heartbeat;
import dev.winslow.api.worker.HeartbeatResponse;
import dev.winslow.api.worker.JoinRequest;
import dev.winslow.api.worker.JoinResponse;
import dev.winslow.api.worker.LogBatch;
import dev.winslow.api.worker.LogReceipt;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.StateReport;
import dev.winslow.api.worker.UploadCompletion;
import dev.winslow.api.worker.UploadRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The worker protocol over HTTP. Every call can be repeated; an {@link IOException} means that the server is away. */
public final class ServerClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI server;
    private final HttpClient http;
    private volatile String token;

    /** Speaks with the enrolment token until {@link #join} brought the node's own. */
    public ServerClient(URI server, String enrolmentToken) {
        this.server = server;
        this.token = enrolmentToken;
        this.http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    }

    public JoinResponse join(JoinRequest request, String enrolmentToken) throws IOException, InterruptedException {
        token = enrolmentToken;
        JoinResponse response = post(Paths.JOIN, request, JoinResponse.class).orElseThrow();
        token = response.nodeToken();
        return response;
    }

    public Optional<Assignment> nextAssignment(Duration wait) throws IOException, InterruptedException {
        HttpRequest request = request(Paths.ASSIGNMENT + "?wait=" + wait, wait.plus(TIMEOUT))
                .GET()
                .build();
        return send(request, Assignment.class);
    }

    public HeartbeatResponse heartbeat(Heartbeat heartbeat) throws IOException, InterruptedException {
        return post(Paths.HEARTBEAT, heartbeat, HeartbeatResponse.class).orElseThrow();
    }

    public void report(UUID attempt, StateReport report) throws IOException, InterruptedException {
        post(path(Paths.ATTEMPT_STATE, attempt), report, Void.class);
    }

    public LogReceipt log(UUID attempt, LogBatch batch) throws IOException, InterruptedException {
        return post(path(Paths.ATTEMPT_LOG, attempt), batch, LogReceipt.class).orElseThrow();
    }

    public UploadTicket beginUpload(UUID attempt, UploadRequest request) throws IOException, InterruptedException {
        return post(path(Paths.ATTEMPT_UPLOADS, attempt), request, UploadTicket.class)
                .orElseThrow();
    }

    public void completeUpload(UUID attempt, UploadCompletion completion) throws IOException, InterruptedException {
        post(path(Paths.ATTEMPT_UPLOAD_COMPLETION, attempt), completion, Void.class);
    }

    public void end(UUID attempt, Outcome outcome) throws IOException, InterruptedException {
        post(path(Paths.ATTEMPT_OUTCOME, attempt), outcome, Void.class);
    }

    private <T> Optional<T> post(String path, Object body, Class<T> type) throws IOException, InterruptedException {
        HttpRequest request = request(path, TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        return send(request, type);
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .timeout(timeout);
    }

    private <T> Optional<T> send(HttpRequest request, Class<T> type) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        int status = response.statusCode();
        if (status >= 500) {
            throw new IOException("The server answered " + status);
        }
        if (status >= 400) {
            throw new ServerRefused(status, detail(response));
        }
        return status == 204 || response.body().length == 0
                ? Optional.empty()
                : Optional.of(JSON.readValue(response.body(), type));
    }

    private static String detail(HttpResponse<byte[]> response) {
        try {
            var problem = JSON.readTree(response.body());
            return problem.path("detail").asString("") + " "
                    + problem.path("remedy").asString("") + " " + problem.path("errors");
        } catch (tools.jackson.core.JacksonException e) {
            return "The server answered " + response.statusCode();
        }
    }

    private static String path(String template, UUID attempt) {
        return template.replace("{id}", attempt.toString());
    }
}
