package dev.winslow.agent;

import dev.winslow.agent.attempt.Attempt;
import dev.winslow.agent.attempt.Services;
import dev.winslow.agent.cache.CacheNews;
import dev.winslow.agent.cache.FileCache;
import dev.winslow.agent.disk.DiskSpace;
import dev.winslow.agent.disk.Folders;
import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.agent.inventory.NvidiaWatch;
import dev.winslow.agent.inventory.RocmWatch;
import dev.winslow.agent.lease.Leases;
import dev.winslow.agent.measure.Measurements;
import dev.winslow.agent.measure.Meter;
import dev.winslow.agent.measure.MeteredExecutor;
import dev.winslow.agent.protocol.Backoff;
import dev.winslow.agent.protocol.NodeIdentity;
import dev.winslow.agent.protocol.ProtocolException;
import dev.winslow.agent.protocol.ServerClient;
import dev.winslow.agent.transfer.FileSender;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.agent.workspace.Layout;
import dev.winslow.agent.workspace.SpareFolders;
import dev.winslow.api.worker.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker: takes up what an earlier one left in the data folder, then waits for assignments. */
public final class Agent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
    private static final Duration POLL = Duration.ofSeconds(20);

    private final AgentSettings settings;
    private final StageExecutor executor;
    private final ServerClient server;
    private final Path attempts;
    private volatile OptionalLong cacheLimit = OptionalLong.empty();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Agent(AgentSettings settings, StageExecutor executor) throws IOException {
        this.settings = settings;
        this.executor = executor;
        this.server = new ServerClient(settings.server());
        this.attempts = Files.createDirectories(settings.data().resolve("attempts"));
    }

    /** For the files that this worker keeps to use them again, in bytes; to be called before it runs. */
    void limitCache(long bytes) {
        cacheLimit = OptionalLong.of(bytes);
    }

    /** Serves until its thread is interrupted. */
    public void run() throws IOException, InterruptedException, Joining.NotAdmitted {
        Joining joining = new Joining(settings, server);
        Optional<NodeIdentity> known = joining.known();
        NodeIdentity identity = known.isPresent() ? known.get() : joining.join();
        server.signIn(identity.joined().nodeToken());
        SignOfLife alive = new SignOfLife(settings.data().resolve("alive"));
        Measurements measurements = new Measurements(InstantSource.system(), alive::give);
        Meter meter = meter(measurements);
        Path cache = settings.data().resolve("cache");
        FileCache files = new FileCache(cache, cacheLimit, DiskSpace.OF_THIS_MACHINE);
        Leases leases = new Leases(
                server,
                identity.joined(),
                new CacheNews(cache, InstantSource.system()),
                System::nanoTime,
                measurements);
        Services services = new Services(
                server,
                leases,
                new SpareFolders(settings.data().resolve("spare-folders")),
                new Layout(files),
                new MeteredExecutor(executor, meter),
                new FileSender(server),
                InstantSource.system());
        adopt(services);
        threads.execute(() -> untilTheEnd(leases::run));
        threads.execute(() -> untilTheEnd(meter::run));
        threads.execute(() -> untilTheEnd(joining::keepTrying));
        if (known.isPresent() && settings.enrolmentToken().isPresent()) {
            NodeIdentity fresh = joining.join();
            server.signIn(fresh.joined().nodeToken());
            leases.setPace(fresh.joined());
        }
        poll(services);
    }

    /** Stops serving and leaves the stages running; the next worker on this data folder takes them up. */
    @Override
    public void close() {
        boolean ended = false;
        boolean interrupted = false;
        while (!ended) {
            // More than once, for libraries swallow interrupts.
            threads.shutdownNow();
            try {
                ended = threads.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException hurried) {
                interrupted = true;
            }
        }
        executor.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only where there are cards is their program asked again and again. */
    private Meter meter(Measurements measurements) {
        NvidiaWatch nvidia = new NvidiaWatch();
        RocmWatch amd = new RocmWatch();
        if (!settings.capabilities().gpus().isEmpty()) {
            threads.execute(() -> untilTheEnd(nvidia::run));
            threads.execute(() -> untilTheEnd(amd::run));
        }
        return new Meter(
                executor,
                measurements,
                () -> nvidia.newest().isEmpty() ? amd.newest() : nvidia.newest(),
                InstantSource.system());
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void untilTheEnd(Work work) {
        try {
            work.run();
        } catch (InterruptedException ending) {
            LOG.debug("It ends with the worker", ending);
        }
    }

    private void adopt(Services services) throws IOException, InterruptedException {
        try (Stream<Path> left = Files.list(attempts)) {
            Map<AttemptFolder, Optional<Assignment>> folders = new LinkedHashMap<>();
            for (Path each : left.toList()) {
                AttemptFolder folder = new AttemptFolder(each);
                folders.put(folder, PrivateJson.readOnce(folder.assignment(), Assignment.class));
            }
            executor.sweep(folders.keySet().stream()
                    .filter(folder ->
                            folders.getOrDefault(folder, Optional.empty()).isPresent())
                    .collect(Collectors.toSet()));
            for (Map.Entry<AttemptFolder, Optional<Assignment>> found : folders.entrySet()) {
                Optional<Assignment> assignment = found.getValue();
                if (assignment.isPresent()) {
                    LOG.info("Taking up attempt {} again", assignment.get().attemptId());
                    begin(assignment.get(), services);
                } else {
                    // Its making or its deletion was cut short; the server gives an attempt again until it is known to
                    // have arrived.
                    Folders.delete(found.getKey().root());
                }
            }
        }
    }

    private void poll(Services services) throws InterruptedException {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                List<Assignment> assignments =
                        server.assignments(POLL, services.leases().unreported());
                boolean begun = assignments.isEmpty();
                for (Assignment assignment : assignments) {
                    begun |= begin(assignment, services);
                }
                if (begun) {
                    backoff.reset();
                } else {
                    // All answered again, since their reports have not arrived yet.
                    backoff.pause();
                }
            } catch (ProtocolException away) {
                LOG.warn("No assignment: {}", away.getMessage());
                backoff.pause();
            }
        }
    }

    private boolean begin(Assignment assignment, Services services) {
        AttemptFolder folder =
                new AttemptFolder(attempts.resolve(assignment.attemptId().toString()));
        Attempt attempt = new Attempt(assignment, folder, services);
        boolean fresh = services.leases().hold(attempt);
        if (fresh) {
            threads.execute(attempt::run);
        }
        return fresh;
    }
}
