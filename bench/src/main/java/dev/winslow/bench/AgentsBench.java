package dev.winslow.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What many workers cost the server, most of which have nothing to do. */
@Command(
        name = "agents",
        mixinStandardHelpOptions = true,
        description =
                "The server's processor time and memory with many workers that say they are alive, tell how busy they are,"
                        + " and wait for stages, some of which run.")
final class AgentsBench implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String PIPELINE = "bench-forever";

    @Option(names = "--agents", defaultValue = "1000", description = "Default: ${DEFAULT-VALUE}.")
    private int agents;

    @Option(names = "--running", defaultValue = "100", description = "Stages (default: ${DEFAULT-VALUE}).")
    private int running;

    @Option(names = "--warm-up", defaultValue = "PT60S", description = "Default: ${DEFAULT-VALUE}.")
    private Duration warmUp = Duration.ZERO;

    @Option(names = "--for", defaultValue = "PT60S", description = "How long to measure (default: ${DEFAULT-VALUE}).")
    private Duration span = Duration.ZERO;

    @Option(
            names = "--database",
            split = ",",
            defaultValue = "postgresql,h2",
            description = "Which ones (default: ${DEFAULT-VALUE}).")
    private List<String> databases = List.of();

    @Option(
            names = "--server",
            description = "A setting of the server, or an option of its JVM that begins with -X; may be repeated.")
    private List<String> more = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Measurements measurements = new Measurements();

    @Override
    public Integer call() throws Exception {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Bench.home().resolve("target").resolve("bench")), "agents-");
        for (String database : databases) {
            if (database.equals("h2")) {
                measure(folder.resolve(database), new ChainPlan.Database(database, Optional.empty()));
            } else {
                try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                    String url = postgres.getJdbcUrl("postgres", "postgres");
                    measure(folder.resolve(database), new ChainPlan.Database(database, Optional.of(url)));
                }
            }
        }
        Bench.report("agents", measurements, spec);
        return 0;
    }

    private void measure(Path folder, ChainPlan.Database database) throws Exception {
        List<String> settings = new ArrayList<>(database.winslow());
        settings.addAll(more);
        try (TrialSystem system = TrialSystem.serverOnly(folder, settings);
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            SimulatedAgent.Site site =
                    new SimulatedAgent.Site(http, system.address(), new AtomicLong(), new AtomicLong());
            List<SimulatedAgent> joined = join(site, system);
            joined.forEach(agent -> {
                threads.execute(() -> untilTheEnd(agent::beat));
                threads.execute(() -> untilTheEnd(agent::poll));
            });
            run(system.calls(), joined);
            TimeUnit.MILLISECONDS.sleep(warmUp.toMillis());
            measure(system, site, "winslow, " + database.name());
            threads.shutdownNow();
            http.shutdownNow();
        }
    }

    private List<SimulatedAgent> join(SimulatedAgent.Site site, TrialSystem system)
            throws IOException, InterruptedException {
        String enrolment = Files.readString(system.enrolmentToken()).strip();
        List<SimulatedAgent> joined = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            joined.add(SimulatedAgent.join(site, "agent-%04d".formatted(i), enrolment));
        }
        return joined;
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void untilTheEnd(Work work) {
        try {
            work.run();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when all stages run. */
    private void run(ServerCalls calls, List<SimulatedAgent> joined) throws IOException, InterruptedException {
        calls.deploy(bpmn());
        for (int i = 0; i < running; i++) {
            calls.startRun(calls.createProject(PIPELINE), Map.of());
        }
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (joined.stream().mapToInt(SimulatedAgent::running).sum() < running) {
            if (System.nanoTime() > limit) {
                throw new IOException("Only "
                        + joined.stream().mapToInt(SimulatedAgent::running).sum() + " stages run");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void measure(TrialSystem system, SimulatedAgent.Site site, String name) throws InterruptedException {
        double before = system.serverSeconds();
        long beats = site.beats().get();
        long begun = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(span.toMillis());
        double seconds = (System.nanoTime() - begun) / 1e9;
        measurements.add("cores in use", name, (system.serverSeconds() - before) / seconds, "");
        measurements.add("memory at the end", name, system.serverMemory().nowMebibytes(), "MiB");
        measurements.add("largest memory", name, system.serverMemory().peakMebibytes(), "MiB");
        measurements.add("heartbeats a second", name, (site.beats().get() - beats) / seconds, "1/s");
        measurements.add("calls that failed", name, (double) site.failures().get(), "");
    }

    private static String bpmn() {
        return ChainPlan.bpmn(
                PIPELINE,
                "xmlns:flowable=\"http://flowable.org/bpmn\" xmlns:winslow=\"http://winslow.dev/bpmn\"",
                """
                        <serviceTask id="stage0" name="Without end" flowable:type="external-worker" flowable:topic="cpu"><extensionElements>
                          <winslow:stage image="bench/endless:1" retries="3"><winslow:require cpus="1" memory="1MiB"/></winslow:stage>
                        </extensionElements></serviceTask>
                        """,
                1);
    }
}
