package dev.winslow.bench;

import dev.winslow.engine.placement.Decision;
import dev.winslow.engine.placement.simulation.Policy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** How quickly placement decides, and how good its decisions are. */
@Command(
        name = "placement",
        mixinStandardHelpOptions = true,
        description = "Decisions a second over queues and nodes of several sizes, and makespan against the lower bound,"
                + " beside first come, first served, and spreading.")
final class PlacementBench implements Callable<Integer> {
    private static final double MEBI = 1024 * 1024;
    private static final Policy WINSLOW = Policy.winslow(Duration.ofMinutes(2));

    @Option(
            names = "--queue",
            split = ",",
            defaultValue = "1000,10000,100000",
            description = "Stages (default: ${DEFAULT-VALUE}).")
    private List<Integer> queues = List.of();

    @Option(names = "--nodes", split = ",", defaultValue = "10,100,1000", description = "Default: ${DEFAULT-VALUE}.")
    private List<Integer> nodes = List.of();

    @Option(
            names = "--peers-up-to",
            defaultValue = "1000000",
            description = "Stages times nodes; beyond, the others would take too long (default: ${DEFAULT-VALUE}).")
    private long peersUpTo;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Of which the quickest counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Measurements measurements = new Measurements();

    @Override
    public Integer call() throws Exception {
        decide(PlacementLoad.of(1000, 100, 0));
        for (int many : nodes) {
            for (int queue : queues) {
                decide(PlacementLoad.of(queue, many, 0));
            }
        }
        decide(PlacementLoad.of(queues.getLast(), nodes.getLast(), 4000));
        for (Path workload : workloads()) {
            makespans(workload);
        }
        Bench.report("placement", measurements, spec);
        return 0;
    }

    private void decide(PlacementLoad load) {
        double ours = decide(load, WINSLOW);
        if ((long) load.requests().size() * load.nodes().size() <= peersUpTo) {
            for (Policy peer : List.of(Policy.firstCome(), Policy.spreading())) {
                measurements.add(
                        load.name() + ", placed a second, ours by theirs",
                        peer.name(),
                        ours / decide(load, peer),
                        "times");
            }
        }
    }

    /** Answers how many stages it placed in a second. */
    private double decide(PlacementLoad load, Policy policy) {
        double seconds = Double.MAX_VALUE;
        long bytes = 0;
        List<Decision> decisions = List.of();
        for (int i = 0; i < rounds; i++) {
            long allocated = allocated();
            long begun = System.nanoTime();
            decisions = policy.decide(load.requests(), load.nodes());
            seconds = Math.min(seconds, (System.nanoTime() - begun) / 1e9);
            bytes = allocated() - allocated;
        }
        long placed =
                decisions.stream().filter(Decision.Placed.class::isInstance).count();
        measurements.add(load.name() + ", a round", policy.name(), seconds, "s");
        measurements.add(load.name() + ", placed a second", policy.name(), placed / seconds, "1/s");
        if (policy.equals(WINSLOW)) {
            measurements.add(load.name() + ", decisions a second", policy.name(), decisions.size() / seconds, "1/s");
            measurements.add(load.name() + ", memory taken in a round", policy.name(), bytes / MEBI, "MiB");
        }
        return placed / seconds;
    }

    /** By this thread, since it was there; what is garbage by now counts, too. */
    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static List<Path> workloads() throws IOException {
        try (Stream<Path> files = Files.list(Bench.home().resolve("docs").resolve("workloads"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** As the command line plays it. */
    private void makespans(Path workload) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("winslow-simulate-", ".json");
        MeasuredProcess simulation = MeasuredProcess.run(
                List.of(
                        StartedProcesses.java(),
                        "-jar",
                        TrialSystem.jar("engine/cli", "winslow-cli"),
                        "simulate",
                        workload.toString(),
                        "--json"),
                Map.of(),
                Bench.home(),
                answer);
        if (simulation.exitCode() != 0) {
            throw new IOException(Files.readString(answer));
        }
        String name = workload.getFileName().toString().toLowerCase(Locale.ROOT).replace(".json", "");
        for (JsonNode outcome : ServerCalls.JSON.readTree(Files.readString(answer, StandardCharsets.UTF_8))) {
            String policy = outcome.path("policy").asString();
            double makespan = seconds(outcome.path("makespan"));
            measurements.add(name + ", makespan by bound", policy, makespan / seconds(outcome.path("bound")), "times");
            measurements.add(name + ", mean wait", policy, seconds(outcome.path("meanWait")) / 60, "min");
            measurements.add(
                    name + ", fairness", policy, outcome.path("fairness").asDouble(), "");
        }
        Files.delete(answer);
    }

    private static double seconds(JsonNode duration) {
        return duration.isNumber()
                ? duration.asDouble()
                : (double) Duration.parse(duration.asString()).toMillis() / 1000;
    }
}
