package dev.winslow.engine.history;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.variable.Origin;
import dev.winslow.engine.Changes;
import dev.winslow.engine.history.EventRepository.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what happens, and who did it: whoever is signed in on this thread. To be called in the transaction of what it tells of, so that both
 * are or neither is.
 */
@Component
public class Events {
    private static final Set<EventKind> SHARED = EnumSet.copyOf(Arrays.stream(EventKind.values())
            .filter(kind -> !kind.administrative())
            .toList());
    private static final Set<EventKind> AUDITED = audited();

    private final EventRepository repository;
    private final Changes changes;
    private final InstantSource clock;

    Events(EventRepository repository, Changes changes, InstantSource clock) {
        this.repository = repository;
        this.changes = changes;
        this.clock = clock;
    }

    /** Also tells the pages that the project has changed. */
    public void ofProject(UUID projectId, EventKind kind, Map<String, String> details) {
        record(new Subject(Optional.of(projectId), Optional.empty(), Optional.empty()), kind, details);
        changes.publish(projectId);
    }

    public void ofRun(UUID runId, EventKind kind, Map<String, String> details) {
        record(new Subject(Optional.empty(), Optional.of(runId), Optional.empty()), kind, details);
    }

    /** What happened to an attempt. */
    public record OfAttempt(UUID runId, UUID attemptId, EventKind kind, Map<String, String> details) {}

    public void ofAttempts(List<OfAttempt> events) {
        record(events.stream()
                .map(event -> new EventRepository.Told(
                        new Subject(Optional.empty(), Optional.of(event.runId()), Optional.of(event.attemptId())),
                        event.kind(),
                        event.details()))
                .toList());
    }

    /** Those of a run's variables that become others than they were; of secrets only that they do. */
    public void variables(UUID runId, Map<String, String> before, Map<String, String> changed, Set<String> secrets) {
        new TreeMap<>(changed).forEach((name, value) -> {
            Optional<String> old = Optional.ofNullable(before.get(name));
            if (!old.equals(Optional.of(value))) {
                ofRun(
                        runId,
                        EventKind.VARIABLE_CHANGED,
                        VariableText.details(name, old, Optional.of(value), secrets.contains(name)));
            }
        });
    }

    /** A run sets it no longer. */
    public void variableOfRun(UUID runId, String name, String old, boolean secret) {
        ofRun(
                runId,
                EventKind.VARIABLE_REMOVED,
                VariableText.details(name, Optional.of(old), Optional.empty(), secret));
    }

    /** A variable that all runs of a project see; without a value now it was removed. */
    public void variable(UUID projectId, String name, Optional<String> old, Optional<String> now, boolean secret) {
        if (!old.equals(now)) {
            ofProject(
                    projectId,
                    now.isPresent() ? EventKind.VARIABLE_CHANGED : EventKind.VARIABLE_REMOVED,
                    VariableText.details(name, old, now, secret));
        }
    }

    /** As {@link #variable}, of one that the runs of all projects see. */
    public void sharedVariable(String name, Optional<String> old, Optional<String> now, boolean secret) {
        if (!old.equals(now)) {
            Map<String, String> details = VariableText.details(name, old, now, secret);
            details.put("level", Origin.GLOBAL.name());
            record(
                    new Subject(Optional.empty(), Optional.empty(), Optional.empty()),
                    now.isPresent() ? EventKind.VARIABLE_CHANGED : EventKind.VARIABLE_REMOVED,
                    details);
        }
    }

    /** What concerned all projects, newest first: what came before the event with this id, or the newest of all. */
    public List<Event> shared(Optional<Long> before, int limit) {
        return repository.sharedBefore(before.orElse(Long.MAX_VALUE), SHARED, limit);
    }

    /** What administrators did, newest first, changes of variables of all projects among it. */
    public List<Event> audit(Optional<Long> before, int limit) {
        return repository.sharedBefore(before.orElse(Long.MAX_VALUE), AUDITED, limit);
    }

    /** An act that concerns the system and not the work. */
    public void administrative(EventKind kind, Map<String, String> details) {
        record(new Subject(Optional.empty(), Optional.empty(), Optional.empty()), kind, details);
    }

    /** What happened in a project, newest first: what came before the event with this id, or the newest of all. */
    public List<Event> history(UUID projectId, Optional<Long> before, int limit) {
        return repository.before(projectId, before.orElse(Long.MAX_VALUE), limit);
    }

    /** How long a run that began then waited for people, and who answered: oldest first. */
    public List<Event> tasksOfRun(UUID runId, Instant begun) {
        return repository.ofRun(runId, begun, Set.of(EventKind.TASK_OPENED, EventKind.TASK_ANSWERED));
    }

    /** The project is gone, and its history goes with it; that it was deleted stays. */
    @Transactional
    public void forget(UUID projectId) {
        // Whoever numbers events changes rows of the same project, in another order.
        repository.lockSequence();
        repository.forget(projectId);
    }

    private static Set<EventKind> audited() {
        Set<EventKind> kinds = EnumSet.complementOf(EnumSet.copyOf(SHARED));
        kinds.add(EventKind.VARIABLE_CHANGED);
        kinds.add(EventKind.VARIABLE_REMOVED);
        return kinds;
    }

    private void record(Subject subject, EventKind kind, Map<String, String> details) {
        record(List.of(new EventRepository.Told(subject, kind, details)));
    }

    private void record(List<EventRepository.Told> told) {
        repository.insert(told, clock.instant(), Actor.current());
    }
}
