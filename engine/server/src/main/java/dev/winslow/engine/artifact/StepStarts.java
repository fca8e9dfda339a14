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
    private final AddedFileRepository added;

    StepStarts(Snapshots snapshots, AddedFileRepository added) {
        this.snapshots = snapshots;
        this.added = added;
    }

    List<Artifact> workspace(UUID runId, String stepId, Flow flow) {
        Map<String, Snapshot> newest = snapshots.newest(runId);
        return over(
                StartingWorkspace.of(stepId, flow, newest),
                added(runId, stepId, flow, newest).stream().map(Added::file).toList());
    }

    /** What people have added since the run came to the step; of a path that was added several times, the newest. */
    List<Added> added(UUID runId, String stepId, Flow flow) {
        return added(runId, stepId, flow, snapshots.newest(runId));
    }

    private List<Added> added(UUID runId, String stepId, Flow flow, Map<String, Snapshot> newest) {
        List<Added> standing = added.of(runId, stepId).stream()
                .filter(each -> !StartingWorkspace.cameAnew(stepId, flow, newest, each.after()))
                .toList();
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
