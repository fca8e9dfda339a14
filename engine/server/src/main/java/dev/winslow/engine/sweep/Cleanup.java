package dev.winslow.engine.sweep;

import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.project.CleanUp;
import dev.winslow.api.project.CleanUpReport;
import dev.winslow.api.project.ProjectUsage;
import dev.winslow.api.project.StepUsage;
import dev.winslow.engine.Changes;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectService;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Tells what a project occupies, and frees some of it when a person says so. */
@Service
public class Cleanup {
    private final CleanupRepository repository;
    private final Removal removal;
    private final ProjectService projects;
    private final PipelineService pipelines;
    private final Changes changes;

    Cleanup(
            CleanupRepository repository,
            Removal removal,
            ProjectService projects,
            PipelineService pipelines,
            Changes changes) {
        this.repository = repository;
        this.removal = removal;
        this.projects = projects;
        this.pipelines = pipelines;
        this.changes = changes;
    }

    public ProjectUsage usage(UUID projectId) {
        projects.require(projectId);
        List<StepUsage> steps = repository.usage(projectId);
        return new ProjectUsage(
                steps.stream().mapToLong(StepUsage::files).sum(),
                steps.stream().mapToLong(StepUsage::bytes).sum(),
                steps);
    }

    @Needs(Right.CHANGE)
    public CleanUpReport clean(UUID projectId, CleanUp rule) {
        check(rule);
        Project project = projects.require(projectId);
        if (rule.dryRun()) {
            return plan(project, rule).report(true);
        }
        CleanupPlan plan = removal.remove(project, () -> plan(project, rule));
        changes.publish(projectId);
        return plan.report(false);
    }

    private CleanupPlan plan(Project project, CleanUp rule) {
        Set<UUID> attempts = CleanupRule.select(
                repository.endedAttempts(project.id()),
                rule,
                attempt -> pipelines
                        .spec(attempt.definitionId())
                        .flatMap(spec -> spec.stage(attempt.stageId()))
                        .filter(StageSpec::discardable)
                        .isPresent());
        return CleanupPlan.of(
                repository.files(project.id()),
                attempts,
                CleanupRule.selectAdded(repository.settledAdded(project.id()), rule, attempts),
                repository.needed(project.id()),
                project.bucket());
    }

    private static void check(CleanUp rule) {
        boolean none = rule.keepLast().isEmpty() && !rule.failed() && !rule.discardable();
        if (none || rule.keepLast().filter(last -> last < 1).isPresent()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Expected a rule that says which attempts give up their files, but got "
                            + rule.keepLast()
                                    .map(last -> "\"keep the last " + last + "\"")
                                    .orElse("none") + ".",
                    "Keep at least the last attempt of each stage, or name those that failed or are discardable.");
        }
    }
}
