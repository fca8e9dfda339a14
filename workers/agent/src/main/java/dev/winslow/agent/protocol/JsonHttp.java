package dev.winslow.agent.protocol;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.api.problem.Problem;
import dev.winslow.api.problem.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import tools.jackson.core.JacksonException;

/** JSON over HTTP with a bearer token, answers sorted into those to work with and three kinds of exception. */
final class JsonHttp {
    private static final int NO_CONTENT = 204;
    private static final int TOO_MANY = 429;

    private static final ConnectionConfig CONNECTIONS = ConnectionConfig.custom()
            .setConnectTimeout(Timeout.ofSeconds(5))
            .setIdleTimeout(Timeout.ofSeconds(30))
            .build();

    private final String server;
    private final HttpClient client;

    JsonHttp(URI server) {
        this.server = server.toString().replaceAll("/+$", "");
        this.client = client();
    }

    /** Its calls are repeated by who makes them, and their number is bounded by what the worker has to say. */
    private static HttpClient client() {
        return HttpClients.custom()
                .useSystemProperties()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .useSystemProperties()
                        .setMaxConnTotal(Integer.MAX_VALUE)
                        .setMaxConnPerRoute(Integer.MAX_VALUE)
                        .setDefaultConnectionConfig(CONNECTIONS)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    <T> T post(String path, Object body, Class<T> type, String token, Duration patience)
            throws ProtocolException, InterruptedException {
        return read(send(posting(path, body), token, patience), type);
    }

    void tell(String path, Object body, String token, Duration patience)
            throws ProtocolException, InterruptedException {
        send(posting(path, body), token, patience);
    }

    <T> Optional<T> get(String path, Class<T> type, String token, Duration patience)
            throws ProtocolException, InterruptedException {
        Answer answer = send(new HttpGet(server + path), token, patience);
        return answer.status == NO_CONTENT ? Optional.empty() : Optional.of(read(answer, type));
    }

    private HttpPost posting(String path, Object body) {
        HttpPost request = new HttpPost(server + path);
        request.setEntity(
                new ByteArrayEntity(PrivateJson.MAPPER.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
        return request;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(String path, int status, byte[] body) {
        static Answer of(HttpUriRequestBase request, ClassicHttpResponse response) throws IOException {
            HttpEntity entity = response.getEntity();
            return new Answer(
                    request.getPath(),
                    response.getCode(),
                    entity == null ? new byte[0] : EntityUtils.toByteArray(entity));
        }

        /** What was called, without what was asked of it. */
        String resource() {
            return path.replaceFirst("[?].*", "");
        }
    }

    /** @param patience for the whole answer */
    private Answer send(HttpUriRequestBase request, String token, Duration patience)
            throws ProtocolException, InterruptedException {
        request.setHeader(HttpHeaders.ACCEPT, "application/json, application/problem+json");
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        CompletableFuture<Answer> call = begin(request);
        Answer answer;
        try {
            answer = new Exchange(patience).await(call);
        } catch (IOException unreachable) {
            throw new ServerAway("The server at " + server + " does not answer (" + unreachable + ")", unreachable);
        } finally {
            if (call.isCancelled()) {
                request.abort();
            }
        }
        if (answer.status / 100 != 2) {
            throw problem(answer);
        }
        return answer;
    }

    /** In a thread of its own, for the client takes interrupts badly. */
    private CompletableFuture<Answer> begin(HttpUriRequestBase request) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("call").start(() -> {
            try {
                answer.complete(client.execute(request, response -> Answer.of(request, response)));
            } catch (IOException | RuntimeException | Error failed) {
                answer.completeExceptionally(failed);
            }
        });
        return answer;
    }

    /**
     * A token that the server does not know is treated like a server that is away: after the server lost its memory the
     * worker joins anew, and what waits goes on with the new token. A redirection is no answer of the protocol: something
     * else stands before the server, or in its place.
     */
    private static ProtocolException problem(Answer answer) {
        return failure(answer.status, answer.resource() + " was answered " + answer.status + ": " + detail(answer));
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

    private static String detail(Answer answer) {
        try {
            Problem problem = PrivateJson.MAPPER.readValue(answer.body, Problem.class);
            return sentence(problem);
        } catch (JacksonException notAProblem) {
            return "the answer is no problem detail (" + notAProblem.getOriginalMessage() + ")";
        }
    }

    static String sentence(Problem problem) {
        return String.join(" ", problem.title(), problem.detail(), problem.remedy());
    }

    private static <T> T read(Answer answer, Class<T> type) throws ServerAway {
        try {
            return Objects.requireNonNull(PrivateJson.MAPPER.readValue(answer.body, type));
        } catch (JacksonException | NullPointerException unreadable) {
            throw new ServerAway(
                    "The answer to " + answer.resource() + " is no " + type.getSimpleName()
                            + "; is there a proxy in between?",
                    unreadable);
        }
    }
}
