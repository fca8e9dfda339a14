package dev.winslow.agent.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Container;
import dev.winslow.agent.executor.StageLoad;
import dev.winslow.agent.executor.StageStatus;
import dev.winslow.agent.workspace.AttemptFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the output of a container into the attempt's files and finds out how it ended, on a thread of its own. While
 * Docker is away the stage counts as running.
 */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE = 30;
    private static final Long SIGKILLED = 137L;
    /** Looks, five in a second: on a busy machine it takes seconds. */
    private static final int LATE_WORD = 25;

    private final AttemptFolder folder;
    private final Engine engine;
    private final Labels labels;
    private final Thread thread;
    private volatile LiveLoad load = new LiveLoad();
    private volatile StageStatus status = new StageStatus.Running();
    private volatile @Nullable IOException trouble;
    private volatile boolean stopping;
    private int failures;

    Watch(AttemptFolder folder, Engine engine, Labels labels) {
        this.folder = folder;
        this.engine = engine;
        this.labels = labels;
        this.thread =
                Thread.ofVirtual().name("container-" + Labels.attemptId(folder)).start(this::run);
    }

    /** @throws IOException where the output cannot be kept any more, or Docker fails again and again */
    StageStatus status() throws IOException {
        IOException lasting = trouble;
        if (lasting != null) {
            throw lasting;
        }
        return status;
    }

    Optional<StageLoad> load() {
        return load.newest();
    }

    boolean seenEnd() {
        return !(status instanceof StageStatus.Running);
    }

    /** Its end will be the worker's doing. */
    void expectEnd() {
        stopping = true;
    }

    /** Returns when the end is known and all output is in the files. */
    void join() throws InterruptedException {
        thread.join();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!seenEnd()) {
                try {
                    status = look();
                    failures = 0;
                } catch (DockerTrouble passing) {
                    bear(passing);
                }
            }
        } catch (InterruptedException ending) {
            LOG.debug("The worker ends", ending);
        } catch (IOException lasting) {
            trouble = lasting;
        }
    }

    private void bear(DockerTrouble passing) throws DockerTrouble, InterruptedException {
        LOG.warn("Attempt {}: {}", Labels.attemptId(folder), passing.getMessage());
        failures = passing instanceof DockerTrouble.Away ? 0 : failures + 1;
        if (failures > PATIENCE) {
            throw passing;
        }
        Thread.sleep(PAUSE);
    }

    private StageStatus look() throws IOException, InterruptedException {
        List<Container> found = engine.containers(labels.attempt(folder));
        if (found.isEmpty()) {
            return new StageStatus.Vanished();
        }
        String id = found.getFirst().getId();
        if (engine.inspect(id).filter(Watch::neverStarted).isPresent()) {
            // The worker was killed between making and starting it.
            engine.start(id);
        }
        try (LiveLoad live = engine.load(id)) {
            load = live;
            engine.output(id, true, new Output(folder));
        }
        Optional<InspectContainerResponse> container = engine.inspect(id);
        if (container.filter(Watch::running).isPresent()) {
            Thread.sleep(PAUSE);
            return new StageStatus.Running();
        }
        // Now nothing more is written, so this time all of it comes, however the first stream ended.
        engine.output(id, false, new Output(folder));
        return settled(id, container).map(this::end).orElseGet(StageStatus.Vanished::new);
    }

    /** Docker may hear that the memory was used up only after it heard of the end. */
    private Optional<InspectContainerResponse> settled(String id, Optional<InspectContainerResponse> seen)
            throws DockerTrouble, InterruptedException {
        Optional<InspectContainerResponse> container = seen;
        for (int looks = 0;
                looks < LATE_WORD
                        && !stopping
                        && container.filter(Watch::killed).isPresent();
                looks++) {
            Thread.sleep(PAUSE.dividedBy(5));
            container = engine.inspect(id);
        }
        return container;
    }

    private static boolean killed(InspectContainerResponse container) {
        ContainerState state = container.getState();
        return Objects.equals(state.getExitCodeLong(), SIGKILLED) && !Boolean.TRUE.equals(state.getOOMKilled());
    }

    private static boolean neverStarted(InspectContainerResponse container) {
        ContainerState state = container.getState();
        // Where its start failed it bears an exit code.
        return "created".equals(state.getStatus()) && Objects.equals(state.getExitCodeLong(), 0L);
    }

    private static boolean running(InspectContainerResponse container) {
        return Boolean.TRUE.equals(container.getState().getRunning());
    }

    private StageStatus end(InspectContainerResponse container) {
        ContainerState state = container.getState();
        int code = Objects.requireNonNullElse(state.getExitCodeLong(), -1L).intValue();
        long limit = Objects.requireNonNullElse(
                Objects.requireNonNull(container.getHostConfig()).getMemory(), 0L);
        // A stage may survive that one of its processes was killed.
        if (code != 0 && Boolean.TRUE.equals(state.getOOMKilled())) {
            return new StageStatus.OutOfMemory(code, limit);
        }
        return killed(container) && !stopping ? new StageStatus.Killed(code, limit) : new StageStatus.Ended(code);
    }
}
