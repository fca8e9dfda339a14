package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.Area;
import dev.winslow.engine.artifact.AddedFileRepository.Added;
import dev.winslow.engine.artifact.AddedFileRepository.OfStep;
import dev.winslow.engine.pipeline.Flow;
import java.util.Collection;
import java.util.HashMap;
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
        StepOfRun step = new StepOfRun(runId, stepId);
        return workspaces(Map.of(step, flow)).getOrDefault(step, List.of());
    }

    /** As {@link #workspace}, of several in a few queries. */
    Map<StepOfRun, List<Artifact>> workspaces(Map<StepOfRun, Flow> steps) {
        Map<StepOfRun, OfStep> ofPeople = added.of(steps.keySet());
        Map<StepOfRun, Map<String, Snapshot>> near = near(steps);
        Map<StepOfRun, List<Artifact>> workspaces = new HashMap<>();
        steps.forEach((step, flow) -> {
            Map<String, Snapshot> newest = near.getOrDefault(step, Map.of());
            OfStep own = ofPeople.getOrDefault(step, OfStep.NONE);
            workspaces.put(
                    step,
                    over(
                            withoutTakenOut(step, flow, StartingWorkspace.of(step.stepId(), flow, newest), own),
                            counting(standing(step.stepId(), flow, newest, own)).stream()
                                    .map(Added::file)
                                    .toList()));
        });
        return workspaces;
    }

    /** The snapshots that decide what each step starts from: of a long run few, and they lie near it, unless much was passed over. */
    private Map<StepOfRun, Map<String, Snapshot>> near(Map<StepOfRun, Flow> steps) {
        Map<UUID, Map<String, Snapshot>> asked = snapshots.newest(steps.entrySet().stream()
                .flatMap(step -> StartingWorkspace.near(step.getKey().stepId(), step.getValue()).stream()
                        .map(id -> new StepOfRun(step.getKey().runId(), id)))
                .toList());
        Map<StepOfRun, Map<String, Snapshot>> near = new HashMap<>();
        steps.forEach((step, flow) -> {
            Map<String, Snapshot> found = asked.getOrDefault(step.runId(), Map.of());
            near.put(
                    step,
                    StartingWorkspace.isDecided(step.stepId(), flow, found.keySet())
                            ? found
                            : snapshots.newest(step.runId()));
        });
        return near;
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
        return files.isEmpty()
                ? files
                : withoutTakenOut(new StepOfRun(runId, stepId), flow, files, added.of(runId, stepId));
    }

    private List<Artifact> withoutTakenOut(StepOfRun step, Flow flow, List<Artifact> files, OfStep ofPeople) {
        Set<UUID> out = ofPeople.takenOut();
        Set<String> paths = files.stream()
                .filter(file -> out.contains(file.id()))
                .map(Artifact::path)
                .collect(Collectors.toSet());
        if (paths.isEmpty()) {
            return files;
        }
        List<Artifact> flown =
                StartingWorkspace.of(step.stepId(), flow, snapshots.withoutEntry(step.runId(), step.stepId()));
        List<Artifact> chosen = StartingWorkspace.of(step.stepId(), flow, snapshots.newest(step.runId()));
        Stream<Artifact> back =
                over(without(out, flown), without(out, chosen)).stream().filter(file -> paths.contains(file.path()));
        return Stream.concat(without(out, files).stream(), back).toList();
    }

    private static List<Artifact> without(Set<UUID> out, List<Artifact> files) {
        return files.stream().filter(file -> !out.contains(file.id())).toList();
    }

    /** What people have added since the run came to the step; of a path that was added several times, the newest. */
    List<Added> added(UUID runId, String stepId, Flow flow) {
        return counting(standing(runId, stepId, flow));
    }

    /** As {@link #added}, with those in whose place newer ones are. */
    List<Added> standing(UUID runId, String stepId, Flow flow) {
        return standing(stepId, flow, snapshots.newest(runId), added.of(runId, stepId));
    }

    private static List<Added> standing(String stepId, Flow flow, Map<String, Snapshot> newest, OfStep ofPeople) {
        return ofPeople.standing().stream()
                .filter(each -> !StartingWorkspace.cameAnew(stepId, flow, newest, each.after()))
                .toList();
    }

    private static List<Added> counting(List<Added> standing) {
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
