package dev.winslow.engine.trace;

import dev.winslow.api.stage.AttemptState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the spans of one run: those of an attempt when it has ended, that of a stage with its success or else with the run's end, and the run's. */
final class Spans {
    private final TracedRun run;
    private final List<TracedSpan> spans = new ArrayList<>();

    private Spans(TracedRun run) {
        this.run = run;
    }

    static List<TracedSpan> ofAttempt(TracedRun run, UUID attempt) {
        Spans made = new Spans(run);
        run.attempt(attempt).ifPresent(ended -> ended.end().ifPresent(end -> made.attempt(ended, end)));
        return made.spans;
    }

    static List<TracedSpan> ofEnd(TracedRun run) {
        Spans made = new Spans(run);
        run.end().ifPresent(made::end);
        return made.spans;
    }

    private void attempt(TracedAttempt attempt, TracedAttempt.End end) {
        Instant start = waitsFrom(attempt);
        Map<String, Object> attributes = new HashMap<>(attributes());
        attributes.put("winslow.attempt.id", attempt.id().toString());
        attributes.put("winslow.attempt.number", (long) attempt.stage().number());
        attributes.put("winslow.attempt.state", attempt.state().name());
        attributes.put("winslow.stage.id", attempt.stage().id());
        attributes.put("winslow.node", attempt.node());
        end.exitCode().ifPresent(code -> attributes.put("process.exit.code", (long) code));
        add(
                TraceIds.attempt(attempt.id()),
                Optional.of(TraceIds.stage(run.id(), attempt.jobId())),
                new Named("attempt " + attempt.stage().id(), attributes),
                new Time(start, end.at()),
                fault(attempt, end));
        phase(attempt, "queueing", new Time(start, attempt.assignedAt()));
        end.phases().ifPresent(phases -> {
            Instant ended = end.at().minus(phases.handingOver());
            Instant started = ended.minus(phases.running().orElse(Duration.ZERO));
            phase(attempt, "preparing", new Time(started.minus(phases.preparing()), started));
            phases.running().ifPresent(_ -> phase(attempt, "program", new Time(started, ended)));
            phase(attempt, "handing over", new Time(ended, end.at()));
        });
        if (attempt.state() == AttemptState.SUCCEEDED) {
            stage(run.ofJob(attempt.jobId()), end.at(), Optional.empty());
        }
    }

    /** Its stage is in the queue since the process reached it, or since the try before ended. */
    private Instant waitsFrom(TracedAttempt attempt) {
        Instant queued = attempt.queuedAt().orElse(attempt.assignedAt());
        return run.ofJob(attempt.jobId()).stream()
                .filter(other -> other.stage().number() < attempt.stage().number())
                .flatMap(before -> before.end().stream())
                .map(TracedAttempt.End::at)
                .filter(queued::isBefore)
                .max(Instant::compareTo)
                .filter(attempt.assignedAt()::isAfter)
                .orElse(queued);
    }

    private void phase(TracedAttempt attempt, String name, Time time) {
        add(
                TraceIds.phase(attempt.id(), name),
                Optional.of(TraceIds.attempt(attempt.id())),
                new Named(name, Map.of("winslow.attempt.id", attempt.id().toString())),
                time.from(waitsFrom(attempt)),
                Optional.empty());
    }

    private void stage(List<TracedAttempt> tries, Instant end, Optional<String> fault) {
        TracedAttempt first = tries.getFirst();
        Map<String, Object> attributes = new HashMap<>(attributes());
        attributes.put("winslow.stage.id", first.stage().id());
        attributes.put("winslow.stage.name", first.stage().name());
        attributes.put("winslow.stage.attempts", (long) tries.size());
        add(
                TraceIds.stage(run.id(), first.jobId()),
                Optional.of(TraceIds.run(run.id())),
                new Named("stage " + first.stage().id(), attributes),
                new Time(waitsFrom(first), end),
                fault);
    }

    private void end(TracedRun.End end) {
        run.jobs().values().stream()
                .filter(tries -> tries.stream().noneMatch(attempt -> attempt.state() == AttemptState.SUCCEEDED))
                .forEach(tries -> stage(
                        tries,
                        tries.getLast().end().map(TracedAttempt.End::at).orElse(end.at()),
                        Optional.of("The run went on or ended without its success.")));
        Map<String, Object> attributes = new HashMap<>(attributes());
        attributes.put("winslow.run.state", end.state());
        add(
                TraceIds.run(run.id()),
                Optional.empty(),
                new Named("run " + run.pipeline().key(), attributes),
                new Time(run.startedAt(), end.at()),
                Optional.of(end.state()).filter(state -> !state.equals("SUCCEEDED")));
    }

    private Map<String, Object> attributes() {
        return Map.of(
                "winslow.run.id", run.id().toString(),
                "winslow.project.id", run.projectId().toString(),
                "winslow.pipeline.key", run.pipeline().key(),
                "winslow.pipeline.version", (long) run.pipeline().version());
    }

    private static Optional<String> fault(TracedAttempt attempt, TracedAttempt.End end) {
        return switch (attempt.state()) {
            case SUCCEEDED, RELEASED -> Optional.empty();
            default -> Optional.of(end.reason().orElse(attempt.state().name()));
        };
    }

    private void add(String id, Optional<String> parent, Named named, Time time, Optional<String> fault) {
        spans.add(new TracedSpan(
                new TracedSpan.Ids(TraceIds.trace(run.id()), id, parent),
                named.name(),
                time.start(),
                time.end(),
                named.attributes(),
                fault));
    }

    private record Named(String name, Map<String, Object> attributes) {}

    private record Time(Instant start, Instant end) {
        /** Not before this: a node may have measured differently than the server. */
        Time from(Instant earliest) {
            return start.isBefore(earliest) ? new Time(earliest, end.isBefore(earliest) ? earliest : end) : this;
        }
    }
}
