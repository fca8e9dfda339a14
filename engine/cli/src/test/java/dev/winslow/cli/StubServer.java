package dev.winslow.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as it is told, and remembers what it was asked. The last answer to an address is given again and again. */
final class StubServer implements AutoCloseable {
    private final HttpServer http;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    record Reply(int status, byte[] body, Map<String, String> headers) {}

    record Request(String line, Optional<String> authorization, String body) {}

    StubServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** To requests such as {@code GET /api/v1/nodes}. */
    StubServer on(String line, Object answer) {
        return on(line, 200, Api.JSON.writeValueAsString(answer), Map.of());
    }

    StubServer on(String line, int status, String body, Map<String, String> headers) {
        return on(line, status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    StubServer on(String line, int status, byte[] body, Map<String, String> headers) {
        replies.computeIfAbsent(line, key -> new ArrayDeque<>()).add(new Reply(status, body, headers));
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    Request request(String line) {
        return requests.stream()
                .filter(request -> request.line().equals(line))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected " + line + ", but got " + requests));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(new Request(
                    line,
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Reply reply = next(line);
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = reply.body();
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Reply next(String line) {
        Deque<Reply> left = replies.getOrDefault(line, new ArrayDeque<>());
        if (left.isEmpty()) {
            String problem = "{\"detail\": \"The test has no answer to " + line + "\"}";
            return new Reply(501, problem.getBytes(StandardCharsets.UTF_8), Map.of());
        }
        return left.size() > 1 ? left.remove() : left.element();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
