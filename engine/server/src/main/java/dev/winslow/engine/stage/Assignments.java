package dev.winslow.engine.stage;

import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.Placeholders;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.trace.Tracing;
import dev.winslow.minio.ArtifactStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Draws up what a node gets to run an attempt, with addresses signed afresh. */
@Component
public class Assignments {
    private static final Duration DOWNLOAD_VALIDITY = Duration.ofHours(24);

    private final Runs runs;
    private final Workspaces workspaces;
    private final ArtifactStore store;
    private final Configurations configurations;
    private final Checkpoints checkpoints;
    private final Tracing tracing;

    Assignments(
            Runs runs,
            Workspaces workspaces,
            ArtifactStore store,
            Configurations configurations,
            Checkpoints checkpoints,
            Tracing tracing) {
        this.runs = runs;
        this.workspaces = workspaces;
        this.store = store;
        this.configurations = configurations;
        this.checkpoints = checkpoints;
        this.tracing = tracing;
    }

    public Assignment draw(Attempt attempt) {
        return draw(new Given(runs.require(attempt.runId()), attempt, workspaces.inputsOf(attempt.id())));
    }

    public Assignment draw(Given given) {
        Attempt attempt = given.attempt();
        Run run = given.run();
        Effective effective = attempt.effective();
        Map<String, String> secrets = configurations.secrets(run, attempt);
        List<InputFile> files = Stream.concat(given.inputs().stream().map(this::input), checkpointOf(attempt).stream())
                .toList();
        return new Assignment(
                attempt.id(),
                attempt.lease().token(),
                attempt.runId(),
                run.projectId(),
                attempt.stage().id(),
                attempt.stage().name(),
                effective.image(),
                effective.arguments().stream()
                        .map(argument -> reveal(argument, secrets))
                        .toList(),
                tracing.continuedIn(revealed(effective.environment(), secrets), attempt.runId(), attempt.id()),
                effective.resources(),
                effective.timeout(),
                effective.silence(),
                effective.progressPatterns(),
                effective.failPatterns(),
                effective.warnPatterns(),
                files,
                attempt.place().gpus(),
                List.copyOf(secrets.values()),
                effective.exitCodes(),
                effective.checkpoint());
    }

    /** The first attempt at a stage goes on from nothing. */
    private List<InputFile> checkpointOf(Attempt attempt) {
        return attempt.isFirst() ? List.of() : checkpoints.filesFor(attempt, DOWNLOAD_VALIDITY);
    }

    private static Map<String, String> revealed(Map<String, String> environment, Map<String, String> secrets) {
        Map<String, String> revealed = new TreeMap<>(environment);
        revealed.replaceAll((name, value) -> reveal(value, secrets));
        return revealed;
    }

    /** The agent resolves once more, for its folders: a dollar sign of a secret must come through that. */
    private static String reveal(String text, Map<String, String> secrets) {
        Map<String, String> escaped = new TreeMap<>(secrets);
        escaped.replaceAll((name, value) -> value.replace("$", "$$"));
        return Placeholders.resolve(text, escaped);
    }

    private InputFile input(Artifact file) {
        return new InputFile(
                file.area(),
                file.path(),
                file.content().size(),
                file.content().sha256(),
                store.downloadUrl(
                        file.location().bucket(), file.location().key(), DOWNLOAD_VALIDITY, Optional.empty()));
    }
}
