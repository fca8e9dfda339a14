package dev.winslow.bench;

import dev.winslow.agent.Agent;
import dev.winslow.agent.AgentSettings;
import dev.winslow.agent.executor.Announcer;
import dev.winslow.agent.executor.StageCommand;
import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.agent.executor.StageLoad;
import dev.winslow.agent.executor.StageStatus;
import dev.winslow.agent.executor.StageView;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.stage.Capabilities;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stages that end as they begin, run by the real worker. Notes {@code BEGIN END} of each, in nanoseconds of one clock. */
final class EmptyStages implements StageExecutor {
    private final Map<AttemptFolder, Long> begun = new ConcurrentHashMap<>();
    private final PrintWriter notes;

    private EmptyStages(PrintWriter notes) {
        this.notes = notes;
    }

    /** @param arguments address of the server, file with the enrolment token, number of slots, folder for data, file for the notes */
    public static void main(String[] arguments) throws Exception {
        AgentSettings settings = new AgentSettings(
                URI.create(arguments[0]),
                Optional.of(Files.readString(Path.of(arguments[1])).strip()),
                "empty",
                Files.createDirectories(Path.of(arguments[3])),
                new Capabilities(Integer.parseInt(arguments[2]), 8L << 30, List.of(), Set.of()));
        try (PrintWriter notes = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[4])), true);
                Agent agent = new Agent(settings, new EmptyStages(notes))) {
            agent.run();
        }
    }

    @Override
    public StageView view(AttemptFolder folder) {
        return StageView.of(folder);
    }

    @Override
    public String prepare(StageCommand command, Announcer log) {
        return command.image();
    }

    @Override
    public void start(StageCommand command) {
        begun.put(command.folder(), System.nanoTime());
    }

    @Override
    public StageStatus status(AttemptFolder folder) {
        long end = System.nanoTime();
        Optional.ofNullable(begun.remove(folder)).ifPresent(begin -> notes.println(begin + " " + end));
        return new StageStatus.Ended(0);
    }

    @Override
    public Optional<StageLoad> load(AttemptFolder folder) {
        return Optional.empty();
    }

    @Override
    public void stop(AttemptFolder folder) {
        // It ended as it began.
    }

    @Override
    public void forget(AttemptFolder folder) {
        // Nothing is kept of it.
    }

    @Override
    public boolean confines() {
        return true;
    }

    @Override
    public void sweep(Set<AttemptFolder> known) {
        // Nothing runs outside of this process.
    }

    @Override
    public void close() {
        // Nothing runs.
    }
}
