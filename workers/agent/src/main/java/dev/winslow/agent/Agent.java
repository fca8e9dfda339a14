package dev.winslow.agent;

import dev.winslow.agent.protocol.Patience;
import dev.winslow.agent.protocol.ServerClient;
import dev.winslow.agent.protocol.ServerRefused;
import dev.winslow.agent.workspace.FileCache;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Heartbeat;
import dev.winslow.api.worker.HeartbeatResponse;
import dev.winslow.api.worker.JoinRequest;
import dev.winslow.api.worker.JoinResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins a machine to Winslow, fetches the attempts that it is given, and runs each on a thread of its own. When it ends, its stages go on; a
 * new agent on the same data folder takes them up again.
 */
public final class Agent implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Agent.class);
    private static final int PROTOCOL_VERSION = 1;
    private static final Duration POLL = Duration.ofSeconds(20);

    private final AgentSettings settings;
    private final ServerClient server;
    private final FileCache cache;
    private final Path attempts;
    private final Map<UUID, AttemptRun> runs = new ConcurrentHashMap<>();
    private volatile boolean running = true;

    public Agent(AgentSettings settings) throws IOException {
        this.settings = settings;
        this.server = new ServerClient(settings.server(), settings.enrolmentToken());
        this.cache = new FileCache(settings.data().resolve("cache"));
        this.attempts = settings.data().resolve("attempts");
    }

    /** Serves until it is closed. */
    public void run() throws IOException, InterruptedException {
        JoinResponse joined = join();
        AttemptFolder.all(attempts).forEach(this::begin);
        Thread heart = Thread.ofVirtual().name("heartbeat").start(() -> beat(joined.heartbeatInterval()));
        try {
            while (running) {
                poll();
            }
        } finally {
            heart.interrupt();
        }
    }

    @Override
    public void close() {
        running = false;
    }

    private JoinResponse join() throws InterruptedException {
        JoinRequest request = new JoinRequest(settings.name(), version(), PROTOCOL_VERSION, settings.capabilities());
        JoinResponse joined = Patience.until(() -> server.join(request, settings.enrolmentToken()));
        log.info("Joined {} as node {}", settings.server(), settings.name());
        return joined;
    }

    private void poll() throws IOException, InterruptedException {
        try {
            Optional<Assignment> assignment = Patience.until(() -> server.nextAssignment(POLL));
            if (running
                    && assignment.isPresent()
                    && !runs.containsKey(assignment.get().attemptId())) {
                begin(AttemptFolder.create(attempts, assignment.get()));
            } else if (assignment.isPresent()) {
                // It is answered until its run reports that it prepares.
                Thread.sleep(100);
            }
        } catch (ServerRefused e) {
            rejoin(e);
        }
    }

    private void rejoin(ServerRefused refusal) throws InterruptedException {
        if (!refusal.isUnauthorized()) {
            throw refusal;
        }
        log.warn("The server does not know this node any more; joining again");
        join();
    }

    private void begin(AttemptFolder folder) {
        AttemptRun run = new AttemptRun(folder, server, cache, settings.programs());
        UUID id = folder.assignment().attemptId();
        runs.put(id, run);
        Thread.ofVirtual().name("attempt-" + id).start(() -> {
            try {
                run.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.error("Attempt {} ended without a report; its lease will end it", id, e);
            } finally {
                runs.remove(id);
            }
        });
    }

    private void beat(Duration interval) {
        while (running) {
            try {
                HeartbeatResponse response = server.heartbeat(new Heartbeat(
                        runs.values().stream().map(AttemptRun::lease).toList()));
                response.orders()
                        .forEach(order -> Optional.ofNullable(runs.get(order.attemptId()))
                                .ifPresent(run -> {
                                    switch (order.order()) {
                                        case CONTINUE -> {}
                                        case ABORT -> run.stop().abort();
                                        case STOP -> run.stop().forget();
                                    }
                                }));
            } catch (IOException | ServerRefused e) {
                log.warn("A heartbeat was not heard: {}", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            try {
                Thread.sleep(interval);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static String version() {
        return Optional.ofNullable(Agent.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
