package dev.winslow.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Phases;
import dev.winslow.engine.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static final UUID RUN = Ids.next();
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final Phases PHASES =
            new Phases(Duration.ofSeconds(2), Optional.of(Duration.ofSeconds(5)), Duration.ofSeconds(1));

    @Test
    void showWhatAnAttemptDidWhen() {
        TracedAttempt attempt = attempt(1, AttemptState.SUCCEEDED, 10, 20, Optional.of(PHASES));

        List<TracedSpan> spans = Spans.ofAttempt(run(Optional.empty(), attempt), attempt.id());

        assertThat(spans)
                .extracting(TracedSpan::name, SpansTest::from, SpansTest::to)
                .containsExactly(
                        tuple("attempt detect", 0L, 20L),
                        tuple("queueing", 0L, 10L),
                        tuple("preparing", 12L, 14L),
                        tuple("program", 14L, 19L),
                        tuple("handing over", 19L, 20L),
                        tuple("stage detect", 0L, 20L));
    }

    @Test
    void hangPhasesUnderTheAttemptItUnderTheStageAndThatUnderTheRun() {
        TracedAttempt attempt = attempt(1, AttemptState.SUCCEEDED, 10, 20, Optional.of(PHASES));
        TracedRun ended = run(Optional.of(new TracedRun.End(START.plusSeconds(30), "SUCCEEDED")), attempt);

        List<TracedSpan> spans = Spans.ofAttempt(ended, attempt.id());
        List<TracedSpan> ofEnd = Spans.ofEnd(ended);

        assertThat(spans).allMatch(span -> span.ids().trace().equals(TraceIds.trace(RUN)));
        assertThat(parent(spans, "program")).hasValue(id(spans, "attempt detect"));
        assertThat(parent(spans, "attempt detect")).hasValue(id(spans, "stage detect"));
        assertThat(parent(spans, "stage detect")).hasValue(id(ofEnd, "run pipeline"));
        assertThat(parent(ofEnd, "run pipeline")).isEmpty();
        assertThat(ofEnd).hasSize(1);
    }

    @Test
    void letARetryWaitFromTheEndOfTheTryBefore() {
        TracedAttempt lost = attempt(1, AttemptState.LOST, 10, 20, Optional.empty());
        TracedAttempt retry = attempt(2, AttemptState.SUCCEEDED, 25, 40, Optional.of(PHASES));
        TracedRun run = run(Optional.empty(), lost, retry);

        List<TracedSpan> ofLost = Spans.ofAttempt(run, lost.id());
        List<TracedSpan> ofRetry = Spans.ofAttempt(run, retry.id());

        assertThat(ofLost)
                .extracting(
                        TracedSpan::name,
                        SpansTest::from,
                        SpansTest::to,
                        span -> span.fault().isPresent())
                .containsExactly(tuple("attempt detect", 0L, 20L, true), tuple("queueing", 0L, 10L, false));
        assertThat(ofRetry)
                .extracting(TracedSpan::name, SpansTest::from, SpansTest::to)
                .contains(
                        tuple("attempt detect", 20L, 40L), tuple("queueing", 20L, 25L), tuple("stage detect", 0L, 40L));
    }

    @Test
    void endAStageThatNeverSucceededWithTheRun() {
        TracedAttempt failed = attempt(1, AttemptState.FAILED, 10, 20, Optional.empty());
        TracedRun run = run(Optional.of(new TracedRun.End(START.plusSeconds(90), "ABORTED")), failed);

        assertThat(Spans.ofEnd(run))
                .extracting(
                        TracedSpan::name, SpansTest::to, span -> span.fault().isPresent())
                .containsExactly(tuple("stage detect", 20L, true), tuple("run pipeline", 90L, true));
    }

    @Test
    void holdOntoTheServersTimesWhereANodeMeasuredMore() {
        Phases tooLong = new Phases(Duration.ofHours(1), Optional.of(Duration.ofHours(1)), Duration.ofSeconds(1));
        TracedAttempt attempt = attempt(1, AttemptState.FAILED, 10, 20, Optional.of(tooLong));

        assertThat(Spans.ofAttempt(run(Optional.empty(), attempt), attempt.id()))
                .allSatisfy(span -> assertThat(span.start()).isBetween(START, span.end()))
                .allSatisfy(span -> assertThat(span.end()).isBeforeOrEqualTo(START.plusSeconds(20)));
    }

    @Test
    void makeNothingOfWhatHasNotEnded() {
        TracedAttempt open = new TracedAttempt(
                Ids.next(),
                "job",
                new TracedAttempt.Stage("detect", "Detect", 1),
                "gpu-01",
                Optional.empty(),
                START,
                AttemptState.RUNNING,
                Optional.empty());
        TracedRun run = run(Optional.empty(), open);

        assertThat(Spans.ofAttempt(run, open.id())).isEmpty();
        assertThat(Spans.ofEnd(run)).isEmpty();
    }

    private static TracedRun run(Optional<TracedRun.End> end, TracedAttempt... attempts) {
        return new TracedRun(RUN, Ids.next(), new TracedRun.Pipeline("pipeline", 1), START, end, List.of(attempts));
    }

    private static TracedAttempt attempt(
            int number, AttemptState state, long assigned, long ended, Optional<Phases> phases) {
        return new TracedAttempt(
                Ids.next(),
                "job",
                new TracedAttempt.Stage("detect", "Detect", number),
                "gpu-01",
                Optional.of(START),
                START.plusSeconds(assigned),
                state,
                Optional.of(
                        new TracedAttempt.End(START.plusSeconds(ended), Optional.empty(), Optional.empty(), phases)));
    }

    private static long from(TracedSpan span) {
        return Duration.between(START, span.start()).toSeconds();
    }

    private static long to(TracedSpan span) {
        return Duration.between(START, span.end()).toSeconds();
    }

    private static String id(List<TracedSpan> spans, String name) {
        return named(spans, name).ids().span();
    }

    private static Optional<String> parent(List<TracedSpan> spans, String name) {
        return named(spans, name).ids().parent();
    }

    private static TracedSpan named(List<TracedSpan> spans, String name) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
