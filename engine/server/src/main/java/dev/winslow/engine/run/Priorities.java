package dev.winslow.engine.run;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.run.PriorityView;
import dev.winslow.engine.Changes;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.result.StageResult;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose stages go first: the priorities of projects and their runs. */
@Service
public class Priorities {
    private static final int HIGHEST = 100;

    private final PriorityRepository repository;
    private final Runs runs;
    private final ProjectService projects;
    private final Events events;
    private final Changes changes;

    Priorities(PriorityRepository repository, Runs runs, ProjectService projects, Events events, Changes changes) {
        this.repository = repository;
        this.runs = runs;
        this.projects = projects;
        this.events = events;
        this.changes = changes;
    }

    /** For whom a run is, with which priority, and of which pipeline. */
    public record Standing(UUID projectId, String owner, int priority, String pipelineKey) {
        /** Of a run that is gone: it stands for itself. */
        public static Standing unknown(UUID runId) {
            return new Standing(runId, "", 0, "");
        }

        /** Under which the results of a stage of the run are kept. */
        public StageResult.Stage stage(String stageId) {
            return new StageResult.Stage(projectId, pipelineKey, stageId);
        }
    }

    /** Those of these runs that there are. */
    public Map<UUID, Standing> of(Collection<UUID> runIds) {
        return repository.standings(runIds);
    }

    /** As {@link #of}, without those that are paused or have ended. */
    public Map<UUID, Standing> ofMoving(Collection<UUID> runIds) {
        return repository.standingsOfMoving(runIds);
    }

    public PriorityView ofProject(UUID project) {
        projects.require(project);
        int priority = repository.ofProject(project);
        return new PriorityView(priority, priority, Optional.empty());
    }

    public PriorityView ofRun(UUID id) {
        Run run = runs.require(id);
        Optional<Integer> own = repository.ofRun(id);
        int ofProject = repository.ofProject(run.projectId());
        return new PriorityView(own.orElse(ofProject), ofProject, own);
    }

    @Transactional
    @Needs(Right.SEE)
    public void setOfProject(UUID project, Optional<Integer> priority) {
        requireInRange(priority);
        projects.require(project);
        repository.setOfProject(project, priority.orElse(0));
        events.ofProject(project, EventKind.PRIORITY_CHANGED, Map.of("new", "" + priority.orElse(0)));
        changes.publish(project);
    }

    @Transactional
    @Needs(value = Right.SEE, of = Subject.RUN)
    public void setOfRun(UUID id, Optional<Integer> priority) {
        requireInRange(priority);
        Run run = runs.lockOpen(id);
        repository.setOfRun(id, priority);
        events.ofRun(
                id,
                EventKind.PRIORITY_CHANGED,
                Map.of("new", priority.map(String::valueOf).orElse("the project's")));
        changes.publish(run.projectId());
    }

    private static void requireInRange(Optional<Integer> priority) {
        if (priority.filter(number -> Math.abs(number) > HIGHEST).isPresent()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "A priority goes from -%d to %d, but this one is %d.".formatted(HIGHEST, HIGHEST, priority.get()),
                    "Give a number between; the usual one is 0.");
        }
    }
}
