package dev.winslow.engine.run;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.Changes;
import dev.winslow.engine.Ids;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.variable.VariableName;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The runs that there are, and the one place that notices that one of them has ended. */
@Component
public class Runs {
    private final RunRepository repository;
    private final ProcessKernel kernel;
    private final Questions questions;
    private final Changes changes;
    private final RunHistory history;
    private final InstantSource clock;

    Runs(
            RunRepository repository,
            ProcessKernel kernel,
            Questions questions,
            Changes changes,
            RunHistory history,
            InstantSource clock) {
        this.repository = repository;
        this.kernel = kernel;
        this.questions = questions;
        this.changes = changes;
        this.history = history;
        this.clock = clock;
    }

    public Optional<Run> find(UUID id) {
        return repository.find(id);
    }

    /** Those of these runs that there are, in one query. */
    public Map<UUID, Run> find(Collection<UUID> ids) {
        return repository.find(ids).stream().collect(Collectors.toMap(Run::id, Function.identity()));
    }

    public Run require(UUID id) {
        return repository.find(id).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(
                ProblemType.NOT_FOUND, "There is no run " + id + ".", "List the runs of the project.");
    }

    /** Holds the run for this transaction: whoever moves its steps or ends it takes this lock first. */
    public Run lock(UUID id) {
        return repository.lock(id).orElseThrow(() -> unknown(id));
    }

    /** As {@link #lock}, of those of these runs that there are and that nobody else holds, by their ids. */
    public Map<UUID, Run> lockFree(Collection<UUID> ids) {
        return repository.lockFree(ids).stream().collect(Collectors.toMap(Run::id, Function.identity()));
    }

    /** As {@link #lock}, of the run that an attempt belongs to; empty where it does not exist, or no longer. */
    public Optional<Run> lockOf(UUID attemptId) {
        return repository.lockOf(attemptId);
    }

    /** As {@link #lock}; a run that has ended is refused. */
    Run lockOpen(UUID id) {
        Run run = lock(id);
        if (run.end().isPresent()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "This run has ended (" + run.end().get().state() + ").",
                    "Start a new run of the project.");
        }
        return run;
    }

    /** What a person was asked for these stages is no longer wanted. */
    void withdrawQuestions(Collection<Position> positions) {
        questions.withdraw(positions.stream()
                .filter(Position.Queued.class::isInstance)
                .map(position -> ((Position.Queued) position).jobId())
                .toList());
    }

    /** To be called when a step is done: pauses the run if it was to pause there. */
    public void done(Run run, String step) {
        if (run.pauseAfter().filter(step::equals).isPresent()) {
            forgetPauseAfter(run);
            setPaused(run, true);
        }
    }

    /** Keeps what comes next from starting, until a person resumes the run. */
    public void pause(Run run) {
        setPaused(run, true);
    }

    void pauseAfter(Run run, String step) {
        repository.setPauseAfter(run.id(), step);
        tell(run.id(), EventKind.PAUSE_PLANNED, Map.of("step", step));
        changes.publish(run.projectId());
    }

    void forgetPauseAfter(Run run) {
        repository.setPauseAfter(run.id(), "");
    }

    /** What a person sends the run to really runs from now on, however well its result is known. With the run locked. */
    public void refresh(Run run, Collection<String> stages) {
        stages.forEach(stage -> repository.markFresh(run.id(), stage));
    }

    public boolean isFresh(Run run, String stage) {
        return repository.isFresh(run.id(), stage);
    }

    /** To be called in the transaction of every step of the process: ends the run when its process is at its end. */
    public void moved(Run run) {
        moved(List.of(run));
    }

    /** As {@link #moved(Run)}, of many. */
    public void moved(Collection<Run> moved) {
        Set<UUID> going = kernel.open(moved.stream().map(Run::id).toList());
        for (Run run : moved) {
            if (!going.contains(run.id())) {
                end(run.id(), RunState.SUCCEEDED, EventKind.RUN_SUCCEEDED, Map.of());
            }
            changes.publish(run.projectId());
        }
    }

    public void moved(UUID id) {
        moved(require(id));
    }

    /** To be called in the transaction in which a stage is given to a node. */
    public void placed(Run run) {
        changes.placed(run.projectId());
    }

    /** To be called in the transaction of a change that cannot end the run. */
    public void changed(Run run) {
        changes.publish(run.projectId());
    }

    void changed(UUID id) {
        repository.find(id).ifPresent(this::changed);
    }

    /** Newest first, those of studies among them. */
    public List<Run> ofProject(UUID projectId) {
        return repository.ofProject(projectId);
    }

    List<Run> ownOfProject(UUID projectId) {
        return repository.ownOfProject(projectId);
    }

    /** Of the project's own. */
    Optional<Run> latest(UUID projectId) {
        return repository.latest(projectId);
    }

    /** Of each of these projects the latest run of its own, where it has one. */
    List<Run> latest(Collection<UUID> projectIds) {
        return repository.latest(projectIds);
    }

    Run open(UUID projectId, Run.Pipeline pipeline, StartRun request) {
        return open(projectId, Optional.empty(), pipeline, request);
    }

    Run openBeside(UUID projectId, UUID study, Run.Pipeline pipeline, StartRun request) {
        return open(projectId, Optional.of(study), pipeline, request);
    }

    private Run open(UUID projectId, Optional<UUID> study, Run.Pipeline pipeline, StartRun request) {
        VariableName.requireAll(request.variables().keySet());
        Run run = new Run(
                Ids.next(),
                projectId,
                pipeline,
                clock.instant(),
                Optional.empty(),
                false,
                Optional.empty(),
                request.reuse().orElse(true));
        repository.insert(run, study);
        Map<String, String> details =
                new HashMap<>(Map.of("pipeline", pipeline.key(), "version", "" + pipeline.version()));
        request.step().ifPresent(step -> details.put("step", step));
        tell(run.id(), EventKind.RUN_STARTED, details);
        history.changed(run, Map.of(), request.variables());
        return run;
    }

    void setPaused(Run run, boolean paused) {
        repository.setPaused(run.id(), paused);
        if (paused != run.paused()) {
            tell(run.id(), paused ? EventKind.RUN_PAUSED : EventKind.RUN_RESUMED, Map.of());
        }
        changes.publish(run.projectId());
    }

    void cancel(Run run, String reason) {
        end(run.id(), RunState.ABORTED, EventKind.RUN_CANCELLED, Map.of("reason", reason));
        changes.publish(run.projectId());
    }

    private void end(UUID run, RunState state, EventKind kind, Map<String, String> details) {
        if (repository.end(run, state, clock.instant())) {
            tell(run, kind, details);
        }
        questions.withdrawAll(run);
    }

    /** Writes down what happens to a run, in the transaction in which it does. */
    public void tell(UUID run, EventKind kind, Map<String, String> details) {
        history.tell(run, kind, details);
    }

    /** To be called before variables of the run become these. */
    public void changing(Run run, Map<String, String> variables) {
        changed(run, before(run, variables), variables);
    }

    /** To be called before the run loses a variable; false where it has none of this name. */
    boolean removing(Run run, String name) {
        Optional<String> old = Optional.ofNullable(kernel.variables(run.id()).get(name));
        old.ifPresent(value -> history.removed(run, name, value));
        return old.isPresent();
    }

    /** As {@link #changing}, where whether they become these is known later: what the run has before. */
    public Map<String, String> before(Run run, Map<String, String> variables) {
        return variables.isEmpty() ? Map.of() : kernel.variables(run.id());
    }

    public void changed(Run run, Map<String, String> before, Map<String, String> variables) {
        history.changed(run, before, variables);
    }
}
