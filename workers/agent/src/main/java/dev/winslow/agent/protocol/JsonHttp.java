package dev.winslow.agent.protocol;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.api.problem.Problem;
import dev.winslow.api.problem.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** JSON over HTTP with a bearer token, answers sorted into those to work with and three kinds of exception. */
final class JsonHttp {
    private static final int NO_CONTENT = 204;
    private static final int TOO_MANY = 429;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI server;
    private final HttpClient client;

    JsonHttp(URI server) {
        this.server = server;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    <T> T post(String path, Object body, Class<T> type, String token, Duration patience)
            throws ProtocolException, InterruptedException {
        return read(send(posting(path, body, token, patience)), type);
    }

    void tell(String path, Object body, String token, Duration patience)
            throws ProtocolException, InterruptedException {
        send(posting(path, body, token, patience));
    }

    <T> Optional<T> get(String path, Class<T> type, String token, Duration patience)
            throws ProtocolException, InterruptedException {
        HttpResponse<byte[]> response =
                send(request(path, token, patience).GET().build());
        return response.statusCode() == NO_CONTENT ? Optional.empty() : Optional.of(read(response, type));
    }

    private HttpRequest posting(String path, Object body, String token, Duration patience) {
        return request(path, token, patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(PrivateJson.MAPPER.writeValueAsBytes(body)))
                .build();
    }

    private HttpRequest.Builder request(String path, String token, Duration patience) {
        return HttpRequest.newBuilder(URI.create(server.toString().replaceAll("/+$", "") + path))
                .timeout(patience)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws ProtocolException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            // The request's own timeout ends with the head of the answer.
            Duration whole = request.timeout().orElse(PATIENCE).plus(PATIENCE);
            response = new Exchange(whole).await(client.sendAsync(request, BodyHandlers.ofByteArray()));
        } catch (IOException unreachable) {
            throw new ServerAway("The server at " + server + " does not answer (" + unreachable + ")", unreachable);
        }
        if (response.statusCode() / 100 != 2) {
            throw problem(response);
        }
        return response;
    }

    /**
     * A token that the server does not know is treated like a server that is away: after the server lost its memory the
     * worker joins anew, and what waits goes on with the new token. A redirection is no answer of the protocol: something
     * else stands before the server, or in its place.
     */
    private ProtocolException problem(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        return failure(
                status, response.request().uri().getPath() + " was answered " + status + ": " + detail(response));
    }

    /** What an answer of this status means for who asked. */
    static ProtocolException failure(int status, String said) {
        if (status == ProblemType.STALE_LEASE.status()) {
            return new StaleLease(said);
        }
        boolean later =
                status >= 500 || status / 100 == 3 || status == TOO_MANY || status == ProblemType.UNAUTHORIZED.status();
        return later ? new ServerAway(said) : new Refused(status, said);
    }

    private static String detail(HttpResponse<byte[]> response) {
        try {
            Problem problem = PrivateJson.MAPPER.readValue(response.body(), Problem.class);
            return sentence(problem);
        } catch (JacksonException notAProblem) {
            return "the answer is no problem detail (" + notAProblem.getOriginalMessage() + ")";
        }
    }

    static String sentence(Problem problem) {
        return String.join(" ", problem.title(), problem.detail(), problem.remedy());
    }

    private static <T> T read(HttpResponse<byte[]> response, Class<T> type) throws ServerAway {
        try {
            return Objects.requireNonNull(PrivateJson.MAPPER.readValue(response.body(), type));
        } catch (JacksonException | NullPointerException unreadable) {
            throw new ServerAway(
                    "The answer to " + response.request().uri().getPath() + " is no " + type.getSimpleName()
                            + "; is there a proxy in between?",
                    unreadable);
        }
    }
}
