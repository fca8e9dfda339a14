package dev.winslow.engine.trigger;

import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.trigger.ChangeTrigger;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.engine.Changes;
import dev.winslow.engine.Ids;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.variable.VariableName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, lists, changes, enables and removes triggers. */
@Service
public class TriggerService {
    private final TriggerRepository triggers;
    private final TriggerCheck check;
    private final TriggerViews views;
    private final TriggerLife life;
    private final Changes changes;
    private final InstantSource clock;

    TriggerService(
            TriggerRepository triggers,
            TriggerCheck check,
            TriggerViews views,
            TriggerLife life,
            Changes changes,
            InstantSource clock) {
        this.triggers = triggers;
        this.check = check;
        this.views = views;
        this.life = life;
        this.changes = changes;
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
        return views.firings(require(id).id());
    }

    /** The next times of such a trigger, where it fires at times. What could never start anything is refused. */
    public List<Instant> upcoming(TriggerSource source) {
        Instant now = clock.instant();
        check.source(source, now);
        return TriggerViews.times(source, Schedule.next(source, now));
    }

    /** Enabled from now on. */
    @Transactional
    public CreatedTrigger create(CreateTrigger request, Viewer who) {
        Instant now = clock.instant();
        check.source(request.source(), now);
        VariableName.requireAll(request.variables().keySet());
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
        Optional<String> token = life.begin(trigger);
        return new CreatedTrigger(changed(trigger), token);
    }

    /** Whether {@link #change} is for them; what else it takes to change a project is asked there. */
    public boolean mayChange(TriggerView trigger, Viewer who) {
        return TriggerCheck.maySay(trigger.source(), trigger.createdBy(), who);
    }

    /** What it starts from now on, it starts in the name of whoever changes it. Films that are in another folder already do not fire it. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.TRIGGER)
    public TriggerView change(UUID id, ChangeTrigger request, Viewer who) {
        Trigger before = lock(id);
        Instant now = clock.instant();
        check.change(before, request.source());
        check.maySay(before, who);
        if (!before.source().equals(request.source())) {
            check.source(request.source(), now);
        }
        VariableName.requireAll(request.variables().keySet());
        Map<String, String> variables = new HashMap<>(before.variables());
        variables.putAll(request.variables());
        variables.keySet().removeAll(request.unset());
        Trigger trigger = new Trigger(
                id,
                check.name(request.name()),
                request.source(),
                variables,
                before.enabled(),
                Template.isOfSameFilms(before.source(), request.source()) ? before.enabledAt() : now,
                Schedule.nextAfterChange(before, request.source(), now),
                who.name(),
                before.createdAt());
        check.mayStart(trigger, who);
        triggers.change(trigger);
        return changed(trigger);
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
        return changed(trigger);
    }

    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.TRIGGER)
    public TriggerView disable(UUID id) {
        Trigger trigger = lock(id);
        triggers.setEnabled(id, false, trigger.enabledAt(), Optional.empty());
        return changed(trigger);
    }

    /** With its token and the notes of what came of it; runs that it started stay. Can be taken back for a day. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.TRIGGER)
    public void remove(UUID id) {
        Trigger trigger = lock(id);
        life.remove(id);
        changes.noted(trigger.projectId().orElse(id));
    }

    /** Takes the removal back, with its token and its notes. Times and films that came meanwhile stay without a run. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.TRIGGER)
    public TriggerView restore(UUID id) {
        triggers.findRemoved(id).ifPresent(life::restore);
        return changed(lock(id));
    }

    private TriggerView changed(Trigger trigger) {
        changes.noted(trigger.projectId().orElse(trigger.id()));
        return show(trigger.id());
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
