package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.run.WorkspaceChoice;
import dev.winslow.engine.Ids;
import dev.winslow.engine.pipeline.Flow;
import dev.winslow.engine.problem.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lays down with which workspace a step begins that a person has chosen to begin with. */
@Component
public class Entries {
    private final ArtifactRepository artifacts;
    private final Snapshots snapshots;
    private final StepStarts starts;
    private final InstantSource clock;

    Entries(ArtifactRepository artifacts, Snapshots snapshots, StepStarts starts, InstantSource clock) {
        this.artifacts = artifacts;
        this.snapshots = snapshots;
        this.starts = starts;
        this.clock = clock;
    }

    /**
     * What people have added to the step counts beside whatever is chosen.
     *
     * @param before the attempt with whose files the step last began in this run, where it did
     */
    public void enter(Origin run, String step, Flow flow, WorkspaceChoice choice, Optional<UUID> before) {
        UUID projectId = run.projectId();
        UUID runId = run.runId();
        switch (choice.source()) {
            case EMPTY -> begin(runId, step, flow, List.of());
            case UPLOADS -> begin(runId, step, flow, asWorkspace(projectId, runId, artifacts.inputsOf(projectId)));
            case ATTEMPT ->
                begin(runId, step, flow, workspace(artifacts.outputsOfAttempt(projectId, required(choice))));
            case SAME ->
                before.ifPresent(attempt -> begin(runId, step, flow, workspace(artifacts.inputsOfAttempt(attempt))));
            case LATEST ->
                begin(runId, step, flow, StartingWorkspace.of(step, flow, snapshots.withoutEntry(runId, step)));
        }
    }

    private void begin(UUID runId, String step, Flow flow, List<Artifact> chosen) {
        List<Artifact> files = starts.withoutTakenOut(runId, step, flow, chosen);
        starts.added(runId, step, flow)
                .forEach(added -> SharedNames.refuse(
                        added.file().path(),
                        files,
                        "Choose another workspace, or take %s out of the step."
                                .formatted(added.file().path())));
        write(runId, step, files);
    }

    /** The workspace that the step would have started from counts as what it left. */
    public void pass(UUID projectId, UUID runId, String step, Flow flow) {
        snapshots.write(runId, step, starts.workspace(runId, step, flow), clock.instant());
    }

    /** A new run begins with what another one would have gone on with. */
    public void inherit(UUID runId, String step, Flow flow, UUID earlierRun) {
        write(runId, step, starts.workspace(earlierRun, step, flow));
    }

    /** The run that a step belongs to. */
    public record Origin(UUID projectId, UUID runId) {}

    private void write(UUID runId, String step, List<Artifact> files) {
        refuseRemoved(files);
        snapshots.write(runId, Snapshots.entryOf(step), files, clock.instant());
    }

    /** A step that begins without some of its files would fail in ways that nobody understands. */
    private void refuseRemoved(List<Artifact> files) {
        Set<UUID> removed = snapshots.removed(files);
        files.stream().filter(file -> removed.contains(file.id())).findFirst().ifPresent(file -> {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Of this workspace %d files were cleaned up, such as %s.".formatted(removed.size(), file.path()),
                    "Choose another workspace, or begin with the step that makes these files.");
        });
    }

    private static List<Artifact> workspace(List<Artifact> files) {
        return files.stream().filter(file -> file.area() == Area.WORKSPACE).toList();
    }

    /** Artifacts of their own over the same bytes, since the area belongs to the artifact. */
    private List<Artifact> asWorkspace(UUID projectId, UUID runId, List<Artifact> uploads) {
        List<Artifact> copies = uploads.stream()
                .map(file -> new Artifact(
                        Ids.next(),
                        new Artifact.Source(
                                Optional.of(projectId), Optional.of(runId), Optional.empty(), Optional.empty()),
                        Area.WORKSPACE,
                        file.path(),
                        file.content(),
                        file.location(),
                        clock.instant()))
                .toList();
        copies.forEach(artifacts::insert);
        return copies;
    }

    private static UUID required(WorkspaceChoice choice) {
        return choice.attempt()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID,
                        "The workspace of an attempt was chosen, but no attempt is named.",
                        "Name the attempt, or choose EMPTY, UPLOADS, SAME or LATEST."));
    }
}
