package dev.winslow.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How soon the next stage begins, and how many stages pass in a second, when the stages themselves take no time. */
@Command(
        name = "hand-over",
        mixinStandardHelpOptions = true,
        description = "Time from the end of a stage to the start of the next, and stages a second, beside Operaton.")
final class HandOverBench implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    /** One chain for the figure, several for its percentiles. */
    private static final int SINGLE_CHAINS = 4;

    @Option(names = "--stages", defaultValue = "50", description = "Of a chain (default: ${DEFAULT-VALUE}).")
    private int stages;

    @Option(names = "--chains", defaultValue = "100", description = "At once (default: ${DEFAULT-VALUE}).")
    private int chains;

    @Option(names = "--slots", defaultValue = "8", description = "Of the worker (default: ${DEFAULT-VALUE}).")
    private int slots;

    @Option(
            names = "--system",
            defaultValue = "winslow,operaton-defaults,operaton-tuned",
            split = ",",
            description = "Which ones (default: ${DEFAULT-VALUE}).")
    private List<String> names = List.of();

    @Option(
            names = "--database",
            defaultValue = "h2,postgresql",
            split = ",",
            description = "Which ones (default: ${DEFAULT-VALUE}).")
    private List<Database> databases = List.of();

    @Option(
            names = "--jvm",
            defaultValue = "trial,image",
            split = ",",
            description = "As up starts it (trial), as the images start it (image) (default: ${DEFAULT-VALUE}).")
    private List<Jvm> jvms = List.of();

    @Option(
            names = "--warm-up",
            defaultValue = "4",
            description = "How often as many chains pass before those that are measured (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Measurements measurements = new Measurements();

    private enum Database {
        h2,
        postgresql
    }

    /** Makes a system ready. */
    private interface Beginning {
        ChainSystem begin(Path folder, ChainPlan plan) throws IOException, InterruptedException;
    }

    @Override
    public Integer call() throws Exception {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Bench.home().resolve("target").resolve("bench")), "hand-over-");
        for (Jvm jvm : jvms) {
            for (String name : names) {
                for (Database database : databases) {
                    measure(beginning(name), folder.resolve(name + "-" + jvm), database, jvm);
                }
            }
        }
        Bench.report("hand-over", measurements, spec);
        return 0;
    }

    private void measure(Beginning beginning, Path folder, Database database, Jvm jvm) throws Exception {
        switch (database) {
            case h2 ->
                measure(beginning, folder.resolve("h2"), plan(new ChainPlan.Database("h2", Optional.empty()), jvm));
            case postgresql -> {
                try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                    String url = postgres.getJdbcUrl("postgres", "postgres");
                    measure(
                            beginning,
                            folder.resolve("postgresql"),
                            plan(new ChainPlan.Database("postgresql", Optional.of(url)), jvm));
                }
            }
        }
    }

    private Beginning beginning(String name) {
        return switch (name) {
            case "winslow" -> WinslowChains::begin;
            case "operaton-defaults" -> (folder, plan) -> OperatonChains.begin(folder, plan, "defaults");
            case "operaton-tuned" -> (folder, plan) -> OperatonChains.begin(folder, plan, "tuned");
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no system " + name + ": name winslow, operaton-defaults or operaton-tuned");
        };
    }

    private ChainPlan plan(ChainPlan.Database database, Jvm jvm) {
        return new ChainPlan(stages, slots, database, jvm);
    }

    private void measure(Beginning beginning, Path folder, ChainPlan plan) throws Exception {
        try (ChainSystem system = beginning.begin(folder, plan)) {
            // What has just started compiles what it runs.
            for (int i = 0; i < warmUp; i++) {
                run(system, chains);
            }
            List<double[]> singles = new ArrayList<>();
            for (int i = 0; i < SINGLE_CHAINS; i++) {
                singles.add(run(system, 1).handOverMillis());
            }
            double[] millis = StageNotes.together(singles);
            measurements.add("hand-over, p50", system.name(), StageNotes.percentile(millis, .5), "ms");
            measurements.add("hand-over, p99", system.name(), StageNotes.percentile(millis, .99), "ms");
            measureMany(system);
        }
    }

    private void measureMany(ChainSystem system) throws IOException, InterruptedException {
        double server = system.server().seconds();
        double worker = system.worker().seconds();
        StageNotes notes = run(system, chains);
        double count = notes.stages().size();
        measurements.add("stages a second", system.name(), notes.perSecond(), "1/s");
        measurements.add(
                "processor time of the server, a stage",
                system.name(),
                (system.server().seconds() - server) / count * 1000,
                "ms");
        measurements.add(
                "processor time of the worker, a stage",
                system.name(),
                (system.worker().seconds() - worker) / count * 1000,
                "ms");
    }

    private StageNotes run(ChainSystem system, int many) throws IOException, InterruptedException {
        long before = StageNotes.count(system.notes());
        system.start(many);
        return StageNotes.await(system.notes(), before, many * stages, LIMIT);
    }
}
