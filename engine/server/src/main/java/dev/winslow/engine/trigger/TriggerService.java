package dev.winslow.engine.trigger;

import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.engine.Ids;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.security.TokenKind;
import dev.winslow.engine.security.TokenService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, lists, enables and removes triggers. */
@Service
public class TriggerService {
    private final TriggerRepository triggers;
    private final FiringRepository firings;
    private final TriggerCheck check;
    private final TriggerViews views;
    private final TokenService tokens;
    private final InstantSource clock;

    TriggerService(
            TriggerRepository triggers,
            FiringRepository firings,
            TriggerCheck check,
            TriggerViews views,
            TokenService tokens,
            InstantSource clock) {
        this.triggers = triggers;
        this.firings = firings;
        this.check = check;
        this.views = views;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** All of projects that the viewer may see, or those that start runs of this project; oldest first. */
    public List<TriggerView> list(Optional<UUID> projectId, Viewer viewer) {
        return views.of(projectId.map(triggers::ofProject).orElseGet(() -> triggers.list(viewer)));
    }

    public TriggerView show(UUID id) {
        return views.of(List.of(require(id))).getFirst();
    }

    /** What came of it each time, newest first. */
    public List<FiringView> firings(UUID id) {
        return firings.of(require(id).id());
    }

    /** Enabled from now on. */
    @Transactional
    public CreatedTrigger create(CreateTrigger request, Viewer who) {
        Instant now = clock.instant();
        check.source(request.source(), now);
        Trigger trigger = new Trigger(
                Ids.next(),
                check.name(request.name()),
                request.source(),
                request.variables(),
                true,
                now,
                Schedule.next(request.source(), now),
                who.name(),
                now);
        check.mayStart(trigger, who);
        triggers.insert(trigger);
        Optional<String> token = request.source() instanceof TriggerSource.Call
                ? Optional.of(tokens.issue(TokenKind.START, trigger.id().toString()))
                : Optional.empty();
        return new CreatedTrigger(show(trigger.id()), token);
    }

    /** Times and films that came while it was disabled stay without a run. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.TRIGGER)
    public TriggerView enable(UUID id) {
        Trigger trigger = lock(id);
        if (!trigger.enabled()) {
            Instant now = clock.instant();
            check.source(trigger.source(), now);
            triggers.setEnabled(id, true, now, Schedule.next(trigger.source(), now));
        }
        return show(id);
    }

    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.TRIGGER)
    public TriggerView disable(UUID id) {
        Trigger trigger = lock(id);
        triggers.setEnabled(id, false, trigger.enabledAt(), Optional.empty());
        return show(id);
    }

    /** With its token and the notes of what came of it; runs that it started stay. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.TRIGGER)
    public void remove(UUID id) {
        lock(id);
        tokens.revoke(TokenKind.START, id.toString());
        triggers.delete(id);
    }

    private Trigger lock(UUID id) {
        return triggers.lock(id).orElseThrow(() -> unknown(id));
    }

    private Trigger require(UUID id) {
        return triggers.find(id).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(
                ProblemType.NOT_FOUND, "There is no trigger " + id + ".", "List the triggers to find its id.");
    }
}
