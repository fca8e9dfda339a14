package dev.winslow.agent.docker;

import com.github.dockerjava.api.model.Container;
import dev.winslow.agent.executor.Announcer;
import dev.winslow.agent.executor.StageCommand;
import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.agent.executor.StageLoad;
import dev.winslow.agent.executor.StageStatus;
import dev.winslow.agent.executor.StageView;
import dev.winslow.agent.executor.UnknownImage;
import dev.winslow.agent.workspace.AttemptFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stages as Docker containers, each shut off from the machine, from the network and from the others. */
public final class DockerExecutor implements StageExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(DockerExecutor.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIES = 120;

    private final DockerSettings settings;
    private final Engine engine;
    private final Duration grace;
    private final Images images;
    private final Labels labels;
    private final Map<AttemptFolder, Watch> watches = new ConcurrentHashMap<>();

    private DockerExecutor(DockerSettings settings, Engine engine, Duration grace) throws IOException {
        this.settings = settings;
        this.engine = engine;
        this.grace = grace;
        this.images =
                new Images(engine, new FetchedImages(settings.data().resolve("images.json")), settings.keepImages());
        this.labels = new Labels(settings);
    }

    /** @throws IOException with a sentence, where Docker does not answer */
    public static DockerExecutor connect(DockerSettings settings, Duration grace)
            throws IOException, InterruptedException {
        return new DockerExecutor(settings, Engine.connect(settings), grace);
    }

    @Override
    public StageView view(AttemptFolder folder) {
        return StageContainer.view(folder);
    }

    @Override
    public String prepare(StageCommand command, Announcer log) throws IOException, UnknownImage, InterruptedException {
        String bytes = images.provide(command.image(), log);
        Optional<Ownership> user =
                Ownership.wanted(command.resources().container().user(), settings.user());
        if (user.isPresent()) {
            user.get().take(command.folder());
        }
        return bytes;
    }

    /** Once begun it is not cut short, since then nobody would know whether the stage was started. */
    @Override
    public void start(StageCommand command) throws IOException {
        Optional<DockerTrouble> trouble = CompletableFuture.supplyAsync(
                        () -> begin(command), Thread::startVirtualThread)
                .join();
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        watch(command.folder());
    }

    private Optional<DockerTrouble> begin(StageCommand command) {
        try {
            engine.start(create(command));
            return Optional.empty();
        } catch (DockerTrouble trouble) {
            return Optional.of(trouble);
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException("Nobody interrupts this thread", unexpected);
        }
    }

    private String create(StageCommand command) throws DockerTrouble, InterruptedException {
        StageContainer container = new StageContainer(command, settings, AmdCards.HERE);
        return engine.ask(
                "Its container could not be made",
                docker -> container.on(docker).exec().getId());
    }

    @Override
    public StageStatus status(AttemptFolder folder) throws IOException {
        return watch(folder).status();
    }

    @Override
    public Optional<StageLoad> load(AttemptFolder folder) {
        return Optional.ofNullable(watches.get(folder)).flatMap(Watch::load);
    }

    private Watch watch(AttemptFolder folder) {
        return watches.computeIfAbsent(folder, fresh -> new Watch(fresh, engine, labels));
    }

    @Override
    public void stop(AttemptFolder folder) throws IOException, InterruptedException {
        Watch known = watches.get(folder);
        if (known != null && known.seenEnd()) {
            return;
        }
        for (Container container : patiently(() -> engine.containers(labels.attempt(folder)))) {
            watch(folder).expectEnd();
            patiently(() -> engine.stop(container.getId(), grace));
            watch(folder).join();
        }
    }

    @Override
    public void forget(AttemptFolder folder) throws IOException, InterruptedException {
        for (Container container : patiently(() -> engine.containers(labels.attempt(folder)))) {
            patiently(() -> engine.remove(container.getId()));
        }
        Watch watch = watches.remove(folder);
        if (watch != null) {
            watch.close();
        }
    }

    @Override
    public boolean confines() {
        return true;
    }

    /** Docker may be away for a moment, to be upgraded, say; giving up would leave the container behind. */
    private static <T> T patiently(Step<T> step) throws DockerTrouble, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                return step.take();
            } catch (DockerTrouble.Away away) {
                if (tried == TRIES) {
                    throw away;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private interface Step<T> {
        T take() throws DockerTrouble, InterruptedException;
    }

    @Override
    public void sweep(Set<AttemptFolder> known) throws IOException, InterruptedException {
        Set<String> ids = known.stream().map(Labels::attemptId).collect(Collectors.toSet());
        for (Container container : engine.containers(labels.worker())) {
            String attempt = container.getLabels().getOrDefault(Labels.ATTEMPT, "");
            if (!ids.contains(attempt)) {
                LOG.info("Removing the container of attempt {}, which is over", attempt);
                engine.remove(container.getId());
            }
        }
    }

    @Override
    public void close() {
        watches.values().forEach(Watch::close);
        try {
            engine.close();
        } catch (IOException unclean) {
            LOG.debug("The connection to Docker did not end well", unclean);
        }
    }
}
