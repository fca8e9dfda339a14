package dev.winslow.agent.measure;

import dev.winslow.agent.executor.Announcer;
import dev.winslow.agent.executor.StageCommand;
import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.agent.executor.StageLoad;
import dev.winslow.agent.executor.StageStatus;
import dev.winslow.agent.executor.StageView;
import dev.winslow.agent.executor.UnknownImage;
import dev.winslow.agent.workspace.AttemptFolder;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Has stages measured from their start to their end, those too that an earlier worker started. */
public record MeteredExecutor(StageExecutor stages, Meter meter) implements StageExecutor {
    @Override
    public StageView view(AttemptFolder folder) {
        return stages.view(folder);
    }

    @Override
    public String prepare(StageCommand command, Announcer log) throws IOException, UnknownImage, InterruptedException {
        return stages.prepare(command, log);
    }

    @Override
    public void start(StageCommand command) throws IOException, UnknownImage, InterruptedException {
        stages.start(command);
        meter.begin(command.folder(), true);
    }

    @Override
    public StageStatus status(AttemptFolder folder) throws IOException {
        StageStatus status = stages.status(folder);
        switch (status) {
            case StageStatus.Running() -> meter.begin(folder, false);
            case StageStatus.Ended ended -> meter.end(folder);
            case StageStatus.OutOfMemory ended -> meter.end(folder);
            case StageStatus.Killed ended -> meter.end(folder);
            case StageStatus.Vanished() -> meter.end(folder);
        }
        return status;
    }

    @Override
    public Optional<StageLoad> load(AttemptFolder folder) throws IOException {
        return stages.load(folder);
    }

    @Override
    public void stop(AttemptFolder folder) throws IOException, InterruptedException {
        meter.end(folder);
        stages.stop(folder);
    }

    @Override
    public void forget(AttemptFolder folder) throws IOException, InterruptedException {
        stages.forget(folder);
    }

    @Override
    public boolean confines() {
        return stages.confines();
    }

    @Override
    public void sweep(Set<AttemptFolder> known) throws IOException, InterruptedException {
        stages.sweep(known);
    }

    @Override
    public void close() {
        stages.close();
    }
}
