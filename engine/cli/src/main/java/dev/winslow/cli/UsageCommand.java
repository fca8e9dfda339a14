package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.UsageLevel;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells what an attempt used of its node. */
@Command(
        name = "usage",
        description = "Tells which cores, memory and GPUs an attempt used, at most, on average and over time.")
final class UsageCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ATTEMPT")
    private String attempt = "";

    @Override
    public Integer call() throws Exception {
        AttemptUsage usage = api().get(Paths.ATTEMPTS + "/" + attempt + "/usage", AttemptUsage.class);
        print(usage, () -> table(usage).toString());
        return 0;
    }

    private static Table table(AttemptUsage usage) {
        Table table = new Table("", "CORES", "MIB", "GPUS", "GPU MIB");
        row(table, "at most", usage.peak());
        row(table, "on average", usage.mean());
        usage.curve().forEach(point -> row(table, "after " + clock(point.after()), point.level()));
        return table;
    }

    private static void row(Table table, String when, UsageLevel level) {
        table.row(
                when,
                String.format(Locale.ROOT, "%.2f", level.cores()),
                level.memoryBytes() >> 20,
                String.format(Locale.ROOT, "%.2f", level.gpus()),
                level.gpuMemoryBytes() >> 20);
    }

    private static String clock(Duration after) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", after.toHours(), after.toMinutesPart(), after.toSecondsPart());
    }
}
