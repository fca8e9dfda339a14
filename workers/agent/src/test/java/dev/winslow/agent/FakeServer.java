package dev.winslow.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.api.artifact.UploadPart;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.problem.Problem;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.worker.Answered;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.api.worker.Heartbeat;
import dev.winslow.api.worker.HeartbeatResponse;
import dev.winslow.api.worker.JoinResponse;
import dev.winslow.api.worker.LeaseOrder;
import dev.winslow.api.worker.LogBatch;
import dev.winslow.api.worker.LogReceipt;
import dev.winslow.api.worker.MeasuredAttempt;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.OutcomeReceipt;
import dev.winslow.api.worker.SaveCheckpoint;
import dev.winslow.api.worker.StateReport;
import dev.winslow.api.worker.UploadRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The worker's side of the server and a store beside it, in memory. */
final class FakeServer implements AutoCloseable {
    final AtomicInteger joins = new AtomicInteger();
    volatile String nodeToken = "node-secret";
    final BlockingQueue<Assignment> queue = new LinkedBlockingQueue<>();
    final List<LogLine> lines = new CopyOnWriteArrayList<>();
    final List<StateReport> states = new CopyOnWriteArrayList<>();
    final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    final Map<String, byte[]> store = new ConcurrentHashMap<>();
    final List<String> sent = new CopyOnWriteArrayList<>();
    final List<Answered> answers = new CopyOnWriteArrayList<>();
    final BlockingQueue<SaveCheckpoint> checkpoints = new LinkedBlockingQueue<>();
    final BlockingQueue<Ask> asked = new LinkedBlockingQueue<>();
    final List<MeasuredAttempt> measured = new CopyOnWriteArrayList<>();
    /** Calls that were answered as those of a lease that has ended. */
    final List<String> stales = new CopyOnWriteArrayList<>();

    final AtomicInteger heartbeats = new AtomicInteger();

    volatile boolean away;
    volatile Duration lease = Duration.ofSeconds(20);
    volatile boolean stale;
    volatile boolean staleAtTheEnd;
    volatile boolean refusesFiles;
    volatile LeaseOrder.Order order = LeaseOrder.Order.CONTINUE;
    private final HttpServer http;
    private final Set<String> heardOf = ConcurrentHashMap.newKeySet();
    private volatile List<Assignment> given = List.of();

    FakeServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::answer);
        http.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.contains("/attempts/")) {
                heardOf.add(path.replaceFirst(".*/attempts/([^/]+).*", "$1"));
            }
            if (path.startsWith("/store/")) {
                storage(exchange, path.substring("/store/".length()), body);
            } else if (away) {
                exchange.sendResponseHeaders(503, -1);
            } else if (stale && path.contains("/attempts/")) {
                stales.add(path);
                exchange.sendResponseHeaders(410, -1);
            } else {
                reply(
                        exchange,
                        path.endsWith("/assignments")
                                ? give(String.valueOf(exchange.getRequestURI().getQuery()))
                                : call(path, body));
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private JoinResponse join() {
        joins.incrementAndGet();
        return new JoinResponse(UUID.randomUUID(), nodeToken, Duration.ofMillis(100), lease);
    }

    private Optional<Object> call(String path, byte[] body) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "join" -> Optional.of(join());
            case "heartbeat" -> Optional.of(beat(read(body, Heartbeat.class)));
            case "state" -> nothing(states.add(read(body, StateReport.class)));
            case "log" -> Optional.of(log(read(body, LogBatch.class)));
            case "uploads" -> Optional.of(ticket(read(body, UploadRequest.class)));
            case "questions" -> nothing(asked.add(read(body, Ask.class)));
            case "complete" -> Optional.empty();
            case "checkpoint" -> nothing(checkpoints.add(read(body, SaveCheckpoint.class)));
            case "outcomes" -> Optional.of(take(read(body, AttemptOutcome[].class)));
            default -> throw new UncheckedIOException(new IOException("No such call: " + path));
        };
    }

    private List<OutcomeReceipt> take(AttemptOutcome[] reports) {
        return Arrays.stream(reports)
                .map(report -> new OutcomeReceipt(report.attemptId(), take(report)))
                .toList();
    }

    private Optional<Problem> take(AttemptOutcome report) {
        heardOf.add(report.attemptId().toString());
        if (stale || staleAtTheEnd) {
            stales.add("/outcome");
            ProblemType type = ProblemType.STALE_LEASE;
            return Optional.of(
                    new Problem(type.uri(), type.title(), type.status(), "It has ended.", "Stop.", List.of()));
        }
        outcomes.add(report.outcome());
        return Optional.empty();
    }

    /** What a worker that was stopped meanwhile did not get is given again, until it is heard of. */
    private Optional<Object> give(String query) throws InterruptedException {
        List<Assignment> lost = given.stream()
                .filter(each -> !query.contains("held=" + each.attemptId()))
                .filter(each -> !heardOf.contains(each.attemptId().toString()))
                .toList();
        if (!lost.isEmpty()) {
            return Optional.of(lost);
        }
        Optional<Assignment> first = Optional.ofNullable(queue.poll(300, TimeUnit.MILLISECONDS));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<Assignment> all = new ArrayList<>(List.of(first.get()));
        queue.drainTo(all);
        given = all;
        return Optional.of(all);
    }

    private HeartbeatResponse beat(Heartbeat heartbeat) {
        heartbeats.incrementAndGet();
        heartbeat.telemetry().ifPresent(told -> measured.addAll(told.attempts()));
        return new HeartbeatResponse(
                heartbeat.leases().stream()
                        .map(lease -> new LeaseOrder(lease.attemptId(), order))
                        .toList(),
                false,
                List.copyOf(answers));
    }

    /** What an attempt has used, as the worker said last. */
    Optional<AttemptUsage> usage(Assignment assignment) {
        return measured.stream()
                .filter(each -> each.lease().attemptId().equals(assignment.attemptId()))
                .map(MeasuredAttempt::usage)
                .reduce((first, second) -> second);
    }

    private synchronized LogReceipt log(LogBatch batch) {
        batch.lines().stream().filter(line -> line.number() == lines.size()).forEach(lines::add);
        return new LogReceipt(lines.size());
    }

    private UploadTicket ticket(UploadRequest request) {
        sent.add(request.file().path());
        long half = request.file().size() / 2;
        String key = request.file().sha256();
        return new UploadTicket(
                key,
                "upload",
                List.of(
                        new UploadPart(1, 0, half, uri().resolve("/store/" + key + "-1")),
                        new UploadPart(2, half, request.file().size() - half, uri().resolve("/store/" + key + "-2"))));
    }

    private void storage(HttpExchange exchange, String key, byte[] body) throws IOException {
        if (refusesFiles) {
            exchange.sendResponseHeaders(503, -1);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            store.put(key, body);
            exchange.getResponseHeaders().add("ETag", '"' + hex("MD5", body) + '"');
            exchange.sendResponseHeaders(200, -1);
        } else {
            byte[] stored = store.getOrDefault(key, new byte[0]);
            exchange.sendResponseHeaders(200, stored.length);
            exchange.getResponseBody().write(stored);
        }
    }

    private static void reply(HttpExchange exchange, Optional<Object> answer) throws IOException {
        if (answer.isEmpty()) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        byte[] json = PrivateJson.MAPPER.writeValueAsBytes(answer.get());
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
    }

    static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (java.security.NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }

    boolean reported(AttemptState state) {
        return states.stream().anyMatch(report -> report.state() == state);
    }

    private static Optional<Object> nothing(boolean added) {
        assert added;
        return Optional.empty();
    }

    private static <T> T read(byte[] body, Class<T> type) {
        return PrivateJson.MAPPER.readValue(body, type);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
