package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.Area;
import dev.winslow.engine.artifact.AddedFileRepository.Added;
import dev.winslow.engine.pipeline.Flow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The workspace that a step starts from now: what the flow brings there, and over it what people have added since. */
@Component
class StepStarts {
    private final Snapshots snapshots;
    private final ArtifactRepository artifacts;
    private final AddedFileRepository added;

    StepStarts(Snapshots snapshots, ArtifactRepository artifacts, AddedFileRepository added) {
        this.snapshots = snapshots;
        this.artifacts = artifacts;
        this.added = added;
    }

    List<Artifact> workspace(UUID runId, String stepId, Flow flow) {
        Map<String, Snapshot> newest = snapshots.newest(runId);
        return over(
                withoutTakenOut(runId, stepId, flow, StartingWorkspace.of(stepId, flow, newest)),
                added(runId, stepId, flow, newest).stream().map(Added::file).toList());
    }

    /** What a stage goes on with that an attempt has given back: what that left, and over it what people have added since. */
    List<Artifact> continued(UUID runId, String stepId, Flow flow, UUID released) {
        List<Artifact> known = artifacts.inputsOfAttempt(released);
        return over(
                withoutTakenOut(runId, stepId, flow, artifacts.outputs(released)),
                added(runId, stepId, flow).stream()
                        .map(Added::file)
                        .filter(file -> !known.contains(file))
                        .toList());
    }

    /**
     * Files from which the step is to start, without those that people have taken out of it: an attempt may have begun with one, or a person chosen
     * it, before. Where one had taken the place of a file, that is back.
     */
    List<Artifact> withoutTakenOut(UUID runId, String stepId, Flow flow, List<Artifact> files) {
        if (files.isEmpty()) {
            return files;
        }
        Set<UUID> out = added.takenOut(runId, stepId);
        Set<String> paths = files.stream()
                .filter(file -> out.contains(file.id()))
                .map(Artifact::path)
                .collect(Collectors.toSet());
        if (paths.isEmpty()) {
            return files;
        }
        List<Artifact> flown = StartingWorkspace.of(stepId, flow, snapshots.withoutEntry(runId, stepId));
        List<Artifact> chosen = StartingWorkspace.of(stepId, flow, snapshots.newest(runId));
        Stream<Artifact> back =
                over(without(out, flown), without(out, chosen)).stream().filter(file -> paths.contains(file.path()));
        return Stream.concat(without(out, files).stream(), back).toList();
    }

    private static List<Artifact> without(Set<UUID> out, List<Artifact> files) {
        return files.stream().filter(file -> !out.contains(file.id())).toList();
    }

    /** What people have added since the run came to the step; of a path that was added several times, the newest. */
    List<Added> added(UUID runId, String stepId, Flow flow) {
        return added(runId, stepId, flow, snapshots.newest(runId));
    }

    /** As {@link #added(UUID, String, Flow)}, with those in whose place newer ones are. */
    List<Added> standing(UUID runId, String stepId, Flow flow) {
        return standing(runId, stepId, flow, snapshots.newest(runId));
    }

    private List<Added> standing(UUID runId, String stepId, Flow flow, Map<String, Snapshot> newest) {
        return added.of(runId, stepId).stream()
                .filter(each -> !StartingWorkspace.cameAnew(stepId, flow, newest, each.after()))
                .toList();
    }

    private List<Added> added(UUID runId, String stepId, Flow flow, Map<String, Snapshot> newest) {
        List<Added> standing = standing(runId, stepId, flow, newest);
        Set<Artifact> counting = Set.copyOf(
                Snapshots.newestPerPath(standing.stream().map(Added::file).toList()));
        return standing.stream().filter(each -> counting.contains(each.file())).toList();
    }

    /** These files with others of the workspace over them, which take the place of those of the same path. */
    static List<Artifact> over(Collection<Artifact> files, List<Artifact> others) {
        Set<String> replaced = others.stream().map(Artifact::path).collect(Collectors.toSet());
        return Stream.concat(
                        files.stream().filter(file -> file.area() != Area.WORKSPACE || !replaced.contains(file.path())),
                        others.stream())
                .toList();
    }
}
