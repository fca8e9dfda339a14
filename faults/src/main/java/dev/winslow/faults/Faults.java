package dev.winslow.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.winslow.bench.Bench;
import dev.winslow.faults.check.Violation;
import dev.winslow.faults.plan.FaultKind;
import dev.winslow.faults.plan.FaultPlan;
import dev.winslow.faults.trial.Timeline;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets faults rain on a Winslow of its own, and tells whether it lost anything. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description =
                "Starts a Winslow of its own with PostgreSQL, storage, two servers and three workers, keeps it busy, kills, pauses, cuts off and "
                        + "fills up its parts, and checks after each round that nothing was lost. Ends with exit code 1 where a rule was broken.")
public final class Faults implements Callable<Integer> {
    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Decides which faults befall whom, when and for how long.")
    private long seed;

    @Option(
            names = "--count",
            defaultValue = "100",
            paramLabel = "M",
            description = "How many faults (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--round",
            defaultValue = "40",
            paramLabel = "K",
            description = "After how many all is healed and looked at (default: ${DEFAULT-VALUE}).")
    private int perRound;

    @Option(names = "--only", split = ",", paramLabel = "KIND", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<FaultKind> only = List.of(FaultKind.values());

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "An empty folder for all logs; default: a new one below target/faults.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--plan", description = "Only prints the faults of this seed.")
    private boolean planOnly;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Faults())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Arrays.stream(new String[] {"io.zonky", "org.flywaydb"})
                .forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.WARN));
        PrintWriter out = spec.commandLine().getOut();
        List<FaultKind> kinds =
                Soak.possibleKinds().stream().filter(only::contains).toList();
        FaultPlan plan = FaultPlan.of(seed, count, perRound, kinds);
        if (planOnly) {
            plan.rounds()
                    .forEach(round -> round.forEach(
                            fault -> out.printf("%6.2f  %s%n", fault.at().toMillis() / 1000.0, fault)));
            return 0;
        }
        Path folder = folder();
        try (Timeline timeline = new Timeline(out, folder.resolve("timeline.txt"))) {
            List<FaultKind> missing =
                    only.stream().filter(kind -> !kinds.contains(kind)).toList();
            if (!missing.isEmpty()) {
                timeline.note("Left out, since this machine or this user cannot make them: " + missing);
            }
            timeline.note("Seed " + seed + ", " + count + " faults " + plan.kinds() + ", logs in " + folder);
            return tell(new Soak(folder, plan, timeline).run(), timeline, folder);
        }
    }

    private int tell(List<Violation> violations, Timeline timeline, Path folder) {
        if (violations.isEmpty()) {
            timeline.note(count + " faults, nothing lost");
            return 0;
        }
        violations.forEach(violation -> timeline.note("BROKEN " + violation));
        timeline.note(
                "%d violations with seed %d; %s has this timeline and the logs; again: ./winslow faults --seed %d --count %d --round %d"
                        .formatted(violations.size(), seed, folder, seed, count, perRound));
        return 1;
    }

    private Path folder() throws java.io.IOException {
        Path folder = data.isPresent()
                ? Files.createDirectories(data.get().toAbsolutePath())
                : Files.createTempDirectory(
                        Files.createDirectories(Bench.home().resolve("target").resolve("faults")),
                        "seed-" + seed + "-");
        // As the kernel names what is mounted in it.
        return folder.toRealPath();
    }
}
