package dev.winslow.engine.stage;

import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.run.Runs;
import dev.winslow.minio.ArtifactStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws up what a node gets to run an attempt, with addresses signed afresh. */
@Component
public class Assignments {
    private static final Duration DOWNLOAD_VALIDITY = Duration.ofHours(24);

    private final Runs runs;
    private final Workspaces workspaces;
    private final ArtifactStore store;

    Assignments(Runs runs, Workspaces workspaces, ArtifactStore store) {
        this.runs = runs;
        this.workspaces = workspaces;
        this.store = store;
    }

    public Assignment draw(Attempt attempt) {
        Effective effective = attempt.effective();
        List<InputFile> files =
                workspaces.inputsOf(attempt.id()).stream().map(this::input).toList();
        return new Assignment(
                attempt.id(),
                attempt.lease().token(),
                attempt.runId(),
                runs.require(attempt.runId()).projectId(),
                attempt.stage().id(),
                attempt.stage().name(),
                effective.image(),
                effective.arguments(),
                effective.environment(),
                effective.resources(),
                effective.timeout(),
                effective.silence(),
                effective.progressPatterns(),
                effective.failPatterns(),
                effective.warnPatterns(),
                files,
                attempt.place().gpus());
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
