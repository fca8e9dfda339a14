package dev.winslow.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "In which the systems take turns; their median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Measurements measurements = new Measurements();

    private enum Database {
        h2,
        postgresql
    }

    @Override
    public Integer call() throws Exception {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Bench.home().resolve("target").resolve("bench")), "hand-over-");
        for (Jvm jvm : jvms) {
            for (Database database : databases) {
                measure(folder.resolve(database + "-" + jvm), database, jvm);
            }
        }
        Bench.report("hand-over", measurements, spec);
        return 0;
    }

    /** All systems are there at the same time and take turns, so that a machine that is slower for a while is so for all of them. */
    private void measure(Path folder, Database database, Jvm jvm) throws Exception {
        List<Contender> contenders = new ArrayList<>();
        try {
            for (String name : names) {
                Contender contender = begin(beginning(name), folder.resolve(name), database, jvm);
                contenders.add(contender);
                for (int i = 0; i < warmUp; i++) {
                    contender.warmUp(chains);
                }
            }
            for (int round = 0; round < rounds; round++) {
                for (Contender contender : contenders) {
                    contender.takeTurn(chains);
                }
            }
        } finally {
            for (Contender contender : contenders.reversed()) {
                contender.close();
            }
        }
        contenders.forEach(contender -> contender.report(measurements));
        contenders.stream().skip(1).forEach(other -> contenders.getFirst().compare(other, measurements));
    }

    private Contender begin(Contender.Beginning beginning, Path folder, Database database, Jvm jvm)
            throws IOException, InterruptedException {
        Contender.Setting setting = on -> new ChainPlan(stages, slots, on, jvm);
        return switch (database) {
            case h2 -> Contender.onH2(beginning, folder, setting);
            case postgresql -> Contender.onPostgres(beginning, folder, setting);
        };
    }

    private Contender.Beginning beginning(String name) {
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
}
