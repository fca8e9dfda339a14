package dev.winslow.engine.stage;

import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.node.NodeAttempts;
import dev.winslow.engine.placement.Reason;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.run.RunAttempts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The attempts that there are, as runs and nodes ask for them. */
@Component
public class Attempts implements RunAttempts, NodeAttempts {
    private final AttemptRepository repository;
    private final WaitingReasons reasons;
    private final Closing closing;
    private final AttemptTimings timings;
    private final InstantSource clock;
    private final ProjectAccess access;

    Attempts(
            AttemptRepository repository,
            WaitingReasons reasons,
            Closing closing,
            AttemptTimings timings,
            InstantSource clock,
            ProjectAccess access) {
        this.repository = repository;
        this.reasons = reasons;
        this.closing = closing;
        this.timings = timings;
        this.clock = clock;
        this.access = access;
    }

    public AttemptView require(UUID id) {
        return view(find(id));
    }

    private AttemptView view(Attempt attempt) {
        return attempt.view(timings.of(attempt));
    }

    /** Those of these attempts that there are. */
    public List<AttemptView> find(Collection<UUID> ids) {
        return repository.find(ids).stream().map(this::view).toList();
    }

    /** Projects of which something runs. */
    public Set<UUID> projectsAtWork() {
        return repository.projectsAtWork();
    }

    private Attempt find(UUID id) {
        return repository
                .find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no attempt " + id + ".", "List the attempts of the run."));
    }

    /** The node is told at its next heartbeat; until it answers, the attempt goes on. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.ATTEMPT)
    public void abort(UUID id) {
        Attempt attempt = find(id);
        if (attempt.state().isFinal()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Expected an attempt that runs, but this one has ended (" + attempt.state() + ").",
                    "There is nothing left to abort.");
        }
        repository.requestAbort(attempt);
    }

    /** As {@link #abort}, where nothing is amiss if it has ended meanwhile. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.ATTEMPT)
    public void abortIfRunning(UUID id) {
        Attempt attempt = find(id);
        if (!attempt.state().isFinal()) {
            repository.requestAbort(attempt);
        }
    }

    @Override
    public List<AttemptView> ofRun(UUID runId) {
        return repository.ofRun(runId).stream().map(this::view).toList();
    }

    @Override
    public Map<UUID, Instant> lastEnds(Collection<UUID> runs) {
        return runs.isEmpty() ? Map.of() : repository.lastEnds(runs);
    }

    @Override
    public Optional<UUID> lastBeginning(UUID runId, String stageId) {
        List<Attempt> tries = repository.ofRun(runId).stream()
                .filter(attempt -> attempt.stage().id().equals(stageId))
                .toList();
        if (tries.isEmpty()) {
            return Optional.empty();
        }
        Attempt last = tries.getLast();
        return tries.stream()
                .filter(attempt -> attempt.jobId().equals(last.jobId()) && attempt.state() == AttemptState.RELEASED)
                .findFirst()
                .or(() -> Optional.of(last))
                .map(Attempt::id);
    }

    /** The leases end here and now, so that nothing more is accepted; at its next heartbeat each node is told to stop. */
    @Override
    public void abandon(UUID runId, String reason) {
        abandon(runId, attempt -> true, reason);
    }

    @Override
    public void abandon(UUID runId, Set<String> stages, String reason) {
        abandon(runId, attempt -> stages.contains(attempt.stage().id()), reason);
    }

    private void abandon(UUID runId, Predicate<Attempt> concerned, String reason) {
        List<UUID> open = repository.ofRun(runId).stream()
                .filter(attempt -> !attempt.state().isFinal())
                .filter(concerned)
                .map(Attempt::id)
                .toList();
        repository.lock(open).stream()
                .filter(attempt -> !attempt.state().isFinal())
                .forEach(attempt -> {
                    repository.end(
                            attempt,
                            AttemptState.ABORTED,
                            new Attempt.End(clock.instant(), Optional.empty(), Optional.of(reason)));
                    closing.close(attempt, "Aborted: " + reason + ".");
                });
    }

    @Override
    public void forgive(String jobId) {
        repository.forgive(jobId);
    }

    @Override
    public Optional<String> waitingBecause(String jobId) {
        Reason reason = reasons.of(jobId);
        return Optional.of(reason.forWhoSees(access.seen(reason.named(), Viewer.current())));
    }

    @Override
    public List<UUID> on(UUID nodeId) {
        return repository.openOn(nodeId).stream().map(Attempt::id).toList();
    }
}
