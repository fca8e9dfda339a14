package dev.winslow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs measurements by name. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {
            AgentsBench.class,
            FailoverBench.class,
            HandOverBench.class,
            LogsBench.class,
            PageBench.class,
            PlacementBench.class,
            TrackerBench.class
        },
        description = "Measures Winslow beside its peers, prints a table and writes target/bench/NAME.json.")
public final class Bench implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }

    /** The folder of the built project. */
    public static Path home() {
        return Path.of(System.getProperty("winslow.home", "")).toAbsolutePath();
    }

    static void report(String name, Measurements measurements, CommandSpec spec) throws IOException {
        Path file = home().resolve("target").resolve("bench").resolve(name + ".json");
        measurements.print(spec.commandLine().getOut());
        measurements.write(file);
        spec.commandLine().getOut().println("Written to " + file);
    }
}
