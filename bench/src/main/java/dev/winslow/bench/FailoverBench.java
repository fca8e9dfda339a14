package dev.winslow.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** How soon things go on after a machine has died; all settings are the defaults. */
@Command(
        name = "failover",
        mixinStandardHelpOptions = true,
        description =
                "Time from the death of a node to the new start of its stage elsewhere, and from the death of the server that"
                        + " leads placement until another places.")
final class FailoverBench implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PIPELINE = "bench-sleeper";

    @Option(names = "--times", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    private int times;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Measurements measurements = new Measurements();

    @Override
    public Integer call() throws Exception {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Bench.home().resolve("target").resolve("bench")), "failover-");
        nodes(Files.createDirectories(folder.resolve("nodes")));
        servers(Files.createDirectories(folder.resolve("servers")));
        Bench.report("failover", measurements, spec);
        return 0;
    }

    private void nodes(Path folder) throws Exception {
        try (TrialSystem system = TrialSystem.serverOnly(folder, List.of())) {
            Map<String, StartedProcesses.Started> workers = new HashMap<>();
            workers.put("node-0", system.startWorker("node-0", sleeper(folder)));
            ServerCalls calls = system.calls();
            calls.deploy(bpmn());
            List<Double> seconds = new ArrayList<>();
            for (int i = 1; i <= times; i++) {
                workers.put("node-" + i, system.startWorker("node-" + i, sleeper(folder)));
                String run = calls.startRun(calls.createProject(PIPELINE), Map.of());
                String node = await(calls, run, 1).path("nodeName").asString();
                long killed = System.nanoTime();
                kill(Objects.requireNonNull(workers.get(node)));
                await(calls, run, 2);
                seconds.add((System.nanoTime() - killed) / 1e9);
                calls.post("/api/v1/runs/" + run + "/cancel", Map.of());
            }
            report("death of a node to the new start", seconds);
        }
    }

    /** The newest of two servers leads first, since the other one is killed each time. */
    private void servers(Path folder) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                List<String> database = List.of(
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres");
                seconds.add(leader(Files.createDirectories(folder.resolve("" + i)), database));
            }
        }
        report("death of the leading server to the next placement", seconds);
    }

    private static double leader(Path folder, List<String> database) throws Exception {
        try (TrialSystem leading = TrialSystem.serverOnly(folder, database);
                TrialSystem following = TrialSystem.serverOnly(folder, database)) {
            following.startWorker("node-0", sleeper(folder));
            ServerCalls calls = following.calls();
            calls.deploy(bpmn());
            // So that the first one is known to lead and the node to be there.
            String first = calls.startRun(calls.createProject(PIPELINE), Map.of());
            await(calls, first, 1);
            String project = calls.createProject(PIPELINE);
            long killed = System.nanoTime();
            kill(leading.server());
            String second = calls.startRun(project, Map.of());
            await(calls, second, 1);
            return (System.nanoTime() - killed) / 1e9;
        }
    }

    private void report(String what, List<Double> seconds) {
        double[] sorted =
                seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        measurements.add(what + ", p50", "winslow", StageNotes.percentile(sorted, .5), "s");
        measurements.add(
                what + ", longest", "winslow", Arrays.stream(sorted).max().orElseThrow(), "s");
    }

    /** With all that it started, as when its machine dies. */
    private static void kill(StartedProcesses.Started started) {
        List<ProcessHandle> children = started.process().descendants().toList();
        started.process().destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** The attempt of this number or a later one, once its stage has been started. */
    private static JsonNode await(ServerCalls calls, String run, int number) throws IOException, InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < limit) {
            for (JsonNode attempt : calls.get("/api/v1/runs/" + run + "/attempts")) {
                if (attempt.path("number").asInt() >= number
                        && attempt.path("state").asString().equals("RUNNING")) {
                    return attempt;
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IOException("The stage was not started within " + LIMIT.toSeconds() + " s");
    }

    private static String sleeper(Path folder) throws IOException {
        Path program = folder.resolve("sleeper");
        if (Files.notExists(program)) {
            Files.writeString(program, "#!/bin/sh\nexec sleep 600\n");
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made a program");
            }
        }
        return "bench/sleeper:1=" + program;
    }

    private static String bpmn() {
        return ChainPlan.bpmn(
                PIPELINE,
                "xmlns:flowable=\"http://flowable.org/bpmn\" xmlns:winslow=\"http://winslow.dev/bpmn\"",
                """
                        <serviceTask id="stage0" name="Sleep" flowable:type="external-worker" flowable:topic="cpu"><extensionElements>
                          <winslow:stage image="bench/sleeper:1" retries="3"><winslow:require cpus="1" memory="1MiB"/></winslow:stage>
                        </extensionElements></serviceTask>
                        """,
                1);
    }
}
