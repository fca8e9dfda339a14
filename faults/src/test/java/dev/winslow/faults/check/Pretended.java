package dev.winslow.faults.check;

import com.sun.net.httpserver.HttpServer;
import dev.winslow.api.Paths;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Timing;
import dev.winslow.faults.work.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A server that says what a test wants it to. */
final class Pretended implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant AT = Instant.parse("2026-05-01T00:00:00Z");

    private final HttpServer http;
    private final Map<String, Object> answers = new ConcurrentHashMap<>();

    Pretended() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", call -> {
            Object answer = answers.get(call.getRequestURI().getPath());
            byte[] body = JSON.writeValueAsBytes(answer == null ? Map.of() : answer);
            call.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        http.start();
    }

    Client client() {
        return new Client(URI.create("http://127.0.0.1:" + http.getAddress().getPort()), "token");
    }

    void run(UUID id, RunState state) {
        answers.put(
                Paths.RUNS + "/" + id,
                new RunView(
                        id,
                        UUID.randomUUID(),
                        "faults-chain",
                        1,
                        state,
                        AT,
                        state == RunState.SUCCEEDED ? Optional.of(AT) : Optional.empty(),
                        false,
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        false,
                        new Timing(Duration.ZERO, Optional.empty()),
                        0));
    }

    /** @param numbers of the lines, each of which was printed */
    void log(AttemptView attempt, List<Long> numbers) {
        List<LogLine> lines = numbers.stream()
                .map(number -> new LogLine(number, AT, LogStream.OUT, "line " + (number + 1) + " of 20"))
                .toList();
        answers.put(Paths.ATTEMPTS + "/" + attempt.id() + "/log", new LogPage(0, lines, lines.size(), true));
    }

    static List<Long> first(int count) {
        return IntStream.range(0, count).mapToObj(number -> (long) number).toList();
    }

    static AttemptView attempt(String stage, int number, AttemptState state) {
        return attempt(stage, number, state, Optional.of(0), Optional.of("It says why."));
    }

    static AttemptView attempt(
            String stage, int number, AttemptState state, Optional<Integer> exitCode, Optional<String> reason) {
        return new AttemptView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                stage,
                stage,
                number,
                state,
                Optional.of("agent-1"),
                Optional.of(AT),
                Optional.of(AT),
                exitCode,
                reason,
                List.of(),
                0,
                "image",
                List.of(),
                Map.of(),
                Optional.empty(),
                new Timing(Duration.ZERO, Optional.empty()));
    }

    static List<AttemptView> successes(String... stages) {
        return Stream.of(stages)
                .map(stage -> attempt(stage, 1, AttemptState.SUCCEEDED))
                .toList();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
