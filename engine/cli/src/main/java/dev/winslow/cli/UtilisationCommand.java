package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.node.GpuLoad;
import dev.winslow.api.node.LoadResolution;
import dev.winslow.api.node.NodeLoad;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how busy a node was. */
@Command(
        name = "utilisation",
        description = "Tells how busy a node was, by the second for an hour and by the minute for 31 days.")
final class UtilisationCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ID")
    private String id = "";

    @Option(names = "--by", description = "One of ${COMPLETION-CANDIDATES}; SECOND by default.")
    private LoadResolution by = LoadResolution.SECOND;

    @Option(names = "--last", paramLabel = "DURATION", description = "Such as PT30M; 5 minutes, or a day, by default.")
    private Optional<Duration> last = Optional.empty();

    @Override
    public Integer call() throws Exception {
        List<NodeLoad> loads = api().list(
                        Paths.NODES + "/" + id + "/utilisation?by=" + by + "&last=" + last.orElse(by.usual()),
                        NodeLoad.class);
        Table table = new Table("TIME", "CPU %", "MIB", "NET IN", "NET OUT", "READ", "WRITTEN", "GPUS %");
        loads.forEach(load -> table.row(
                load.at(),
                percent(load.cpu()),
                load.memoryBytes() >> 20,
                rate(load.network().in()),
                rate(load.network().out()),
                rate(load.disk().in()),
                rate(load.disk().out()),
                load.gpus().stream()
                        .map(GpuLoad::share)
                        .map(UtilisationCommand::percent)
                        .collect(Collectors.joining(" "))));
        print(loads, table::toString);
        return 0;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", share * 100);
    }

    /** In KiB a second. */
    private static String rate(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1024.0);
    }
}
