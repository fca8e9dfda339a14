package dev.winslow.engine.stage;

import dev.winslow.api.stage.WaitingStage;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What waits for nodes. */
@Service
public class WaitingStages {
    private final WaitingReasons reasons;
    private final Runs runs;
    private final ProjectService projects;
    private final PipelineService pipelines;
    private final ProjectAccess access;

    WaitingStages(
            WaitingReasons reasons,
            Runs runs,
            ProjectService projects,
            PipelineService pipelines,
            ProjectAccess access) {
        this.reasons = reasons;
        this.runs = runs;
        this.projects = projects;
        this.pipelines = pipelines;
        this.access = access;
    }

    /** How many there are, and the first of them. */
    public record Queue(int length, List<WaitingStage> first) {}

    /** Those of projects that are being deleted are left out, and those that the viewer may not see have no name. */
    public Queue first(int limit, Viewer viewer) {
        List<WaitingReasons.Waiting> all = reasons.all();
        List<WaitingReasons.Waiting> first = all.stream().limit(limit).toList();
        Map<UUID, Run> known = runs.find(first.stream()
                .map(waiting -> waiting.stage().runId())
                .distinct()
                .toList());
        Map<UUID, Optional<Project>> owners = new HashMap<>();
        Set<UUID> seen = access.seen(
                Stream.concat(
                                known.values().stream().map(Run::projectId),
                                first.stream().flatMap(waiting -> waiting.reason().named().stream()))
                        .collect(Collectors.toSet()),
                viewer);
        return new Queue(
                all.size(),
                first.stream()
                        .flatMap(waiting ->
                                Optional.ofNullable(known.get(waiting.stage().runId()))
                                        .flatMap(run -> owners.computeIfAbsent(run.projectId(), projects::stored))
                                        .map(project -> seen.contains(project.id())
                                                ? view(waiting, project, seen)
                                                : unnamed(waiting, seen))
                                        .stream())
                        .toList());
    }

    /** Of a project that the viewer may not see: that something waits, and why. */
    private static WaitingStage unnamed(WaitingReasons.Waiting waiting, Set<UUID> seen) {
        return new WaitingStage(
                WaitingStage.HIDDEN,
                WaitingStage.HIDDEN,
                "another project",
                "",
                "a stage",
                waiting.stage().createdAt(),
                waiting.reason().forWhoSees(seen));
    }

    private WaitingStage view(WaitingReasons.Waiting waiting, Project project, Set<UUID> seen) {
        String stage = waiting.stage().stageId();
        return new WaitingStage(
                waiting.stage().runId(),
                project.id(),
                project.name(),
                stage,
                pipelines
                        .spec(waiting.stage().definitionId())
                        .flatMap(spec -> spec.stage(stage))
                        .map(StageSpec::name)
                        .orElse(stage),
                waiting.stage().createdAt(),
                waiting.reason().forWhoSees(seen));
    }
}
