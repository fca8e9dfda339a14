package dev.winslow.cli;

import dev.winslow.engine.placement.simulation.Outcome;
import dev.winslow.engine.placement.simulation.Policy;
import dev.winslow.engine.placement.simulation.Simulation;
import dev.winslow.engine.placement.simulation.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What placement would make of a workload; needs no server. */
@Command(
        name = "simulate",
        description =
                "Plays a workload through: how long it takes, who waits how long, how well nodes are used. Beside it,"
                        + " the same first come, first served, and spread over the nodes.")
final class SimulateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "Nodes and stages in JSON; the guide describes it.")
    private Path file = Path.of("");

    @Option(
            names = "--reserve-after",
            paramLabel = "DURATION",
            description = "How long a stage waits before a node is kept for it (default: ${DEFAULT-VALUE}).")
    private Duration reserveAfter = Duration.ofMinutes(2);

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Workload workload = WorkloadFile.read(file);
        List<Outcome> outcomes = Stream.of(Policy.winslow(reserveAfter), Policy.firstCome(), Policy.spreading())
                .map(policy -> Simulation.play(workload, policy))
                .toList();
        spec.commandLine().getOut().println(json ? Api.JSON.writeValueAsString(outcomes) : words(outcomes));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String words(List<Outcome> outcomes) {
        Table table = new Table(
                "POLICY", "STAGES", "MAKESPAN", "OF BOUND", "MEAN WAIT", "P95 WAIT", "CORES", "GPUS", "FAIRNESS");
        outcomes.forEach(outcome -> table.row(
                outcome.policy(),
                outcome.stages(),
                time(outcome.makespan()),
                percent((double) outcome.makespan().toMillis()
                        / Math.max(1, outcome.bound().toMillis())),
                time(outcome.meanWait()),
                time(outcome.p95Wait()),
                percent(outcome.coreUse()),
                percent(outcome.gpuUse()),
                String.format(Locale.ROOT, "%.3f", outcome.fairness())));
        List<String> left = outcomes.getFirst().neverPlaced();
        return left.isEmpty()
                ? table.toString()
                : table + "\n" + left.size() + " stages fit on no node, such as "
                        + left.getFirst().substring(left.getFirst().indexOf(' ') + 1) + ".";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String time(Duration duration) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
