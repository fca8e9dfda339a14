package dev.winslow.bench;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.node.NodeLoad;
import dev.winslow.api.node.Traffic;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Heartbeat;
import dev.winslow.api.worker.HeartbeatResponse;
import dev.winslow.api.worker.JoinRequest;
import dev.winslow.api.worker.JoinResponse;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.LogBatch;
import dev.winslow.api.worker.StateReport;
import dev.winslow.api.worker.Telemetry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Speaks to the server as a worker does, with its pace, but runs nothing: a stage that it is given goes on for ever. */
final class SimulatedAgent {
    private static final int MEASURED_EACH = 10;

    private final Site site;
    private final String name;
    private final JoinResponse joined;
    private final Map<UUID, Assignment> held = new ConcurrentHashMap<>();
    private Instant measured = Instant.now();
    private long lines;

    /** What all of them share. */
    record Site(HttpClient http, URI server, AtomicLong beats, AtomicLong failures) {}

    private SimulatedAgent(Site site, String name, JoinResponse joined) {
        this.site = site;
        this.name = name;
        this.joined = joined;
    }

    static SimulatedAgent join(Site site, String name, String enrolment) throws IOException, InterruptedException {
        Capabilities capabilities = new Capabilities(1, 4L << 30, List.of(), Set.of());
        JoinResponse joined = read(
                post(site, Paths.JOIN, enrolment, new JoinRequest(name, "bench", JoinRequest.PROTOCOL, capabilities)),
                JoinResponse.class);
        return new SimulatedAgent(site, name, joined);
    }

    int running() {
        return held.size();
    }

    /** Until its thread is interrupted. */
    void beat() throws InterruptedException {
        Thread.sleep(
                ThreadLocalRandom.current().nextLong(joined.heartbeatInterval().toMillis()));
        while (true) {
            try {
                Heartbeat heartbeat = new Heartbeat(
                        held.values().stream()
                                .map(stage -> new Lease(stage.attemptId(), stage.leaseToken()))
                                .toList(),
                        Optional.empty(),
                        telemetry());
                read(post(site, Paths.HEARTBEAT, joined.nodeToken(), heartbeat), HeartbeatResponse.class);
                for (Assignment stage : held.values()) {
                    log(stage);
                }
                site.beats().incrementAndGet();
            } catch (IOException e) {
                site.failures().incrementAndGet();
            }
            Thread.sleep(joined.heartbeatInterval());
        }
    }

    /** Until its thread is interrupted. */
    void poll() throws InterruptedException {
        while (true) {
            try {
                String known = held.keySet().stream().map(id -> "&held=" + id).collect(Collectors.joining());
                HttpResponse<byte[]> response = site.http()
                        .send(
                                request(site, Paths.ASSIGNMENTS + "?wait=PT20S" + known, joined.nodeToken())
                                        .GET()
                                        .build(),
                                BodyHandlers.ofByteArray());
                if (response.statusCode() == 200) {
                    for (Assignment stage : read(response.body(), Assignment[].class)) {
                        begin(stage);
                    }
                }
            } catch (IOException e) {
                site.failures().incrementAndGet();
                Thread.sleep(1000);
            }
        }
    }

    private void begin(Assignment stage) throws IOException, InterruptedException {
        for (AttemptState state : List.of(AttemptState.PREPARING, AttemptState.RUNNING)) {
            post(
                    site,
                    Paths.ATTEMPT_STATE.replace("{id}", stage.attemptId().toString()),
                    joined.nodeToken(),
                    new StateReport(stage.leaseToken(), state, List.of(), 0));
        }
        held.put(stage.attemptId(), stage);
    }

    /** A line a second, as a stage that tells how far it is. */
    private void log(Assignment stage) throws IOException, InterruptedException {
        List<LogLine> batch = new ArrayList<>();
        for (int i = 0; i < joined.heartbeatInterval().toSeconds(); i++) {
            batch.add(new LogLine(lines++, Instant.now(), LogStream.OUT, "frame " + lines + " of many"));
        }
        post(
                site,
                Paths.ATTEMPT_LOG.replace("{id}", stage.attemptId().toString()),
                joined.nodeToken(),
                new LogBatch(stage.leaseToken(), batch));
    }

    /** As the worker's: each second, told ten at a time, and each minute. */
    private Optional<Telemetry> telemetry() {
        Instant now = Instant.now();
        if (measured.plusSeconds(MEASURED_EACH).isAfter(now)) {
            return Optional.empty();
        }
        List<NodeLoad> seconds = IntStream.range(0, MEASURED_EACH)
                .mapToObj(i -> load(measured.plusSeconds(i)))
                .toList();
        List<NodeLoad> minutes = now.getEpochSecond() / 60 > measured.getEpochSecond() / 60
                ? List.of(load(Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60)))
                : List.of();
        measured = measured.plusSeconds(MEASURED_EACH);
        return Optional.of(new Telemetry(now, seconds, minutes, List.of()));
    }

    private NodeLoad load(Instant at) {
        long number = Math.abs(at.getEpochSecond() * 31 + name.hashCode());
        return new NodeLoad(
                at,
                number % 100 / 100.0,
                number % 4096 << 20,
                new Traffic(number % 100_000, number % 30_000),
                new Traffic(number % 70_000, number % 50_000),
                List.of());
    }

    private static byte[] post(Site site, String path, String token, Object body)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response = site.http()
                .send(
                        request(site, path, token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(ServerCalls.JSON.writeValueAsBytes(body)))
                                .build(),
                        BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(path + " was answered " + response.statusCode());
        }
        return response.body();
    }

    private static HttpRequest.Builder request(Site site, String path, String token) {
        return HttpRequest.newBuilder(URI.create(site.server() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private static <T> T read(byte[] json, Class<T> type) throws IOException {
        JsonNode tree = ServerCalls.JSON.readTree(json);
        if (!tree.isObject()) {
            throw new IOException("The server answered no " + type.getSimpleName());
        }
        return ServerCalls.JSON.treeToValue(tree, type);
    }
}
