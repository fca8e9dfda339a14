package dev.winslow.engine.trace;

import dev.winslow.engine.RepeatedWork;
import dev.winslow.engine.database.Leadership;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.history.EventFeed;
import dev.winslow.engine.history.EventFeed.Entry;
import dev.winslow.engine.trace.SpanSender.Answer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Sends what has ended as spans, in the order of events; see docs/decisions/0042-traces.md. The one of several servers that leads
 * sends; the place in the sequence moves on when they were taken, so that a crash between the two, or another server that takes over meanwhile, sends
 * them again, with the same ids. No transaction is open while the receiver is waited for.
 */
@Component
@Conditional(TracingConfigured.class)
class TraceExport extends RepeatedWork {
    private static final Logger log = LoggerFactory.getLogger(TraceExport.class);
    private static final String LEAD = "traces";
    private static final int AT_ONCE = 200;

    private final EventFeed feed;
    private final TraceRepository traces;
    private final SpanSender sender;
    private final TraceSettings settings;
    private final Leadership leadership;
    private final InstantSource clock;
    private boolean away;

    TraceExport(
            EventFeed feed,
            TraceRepository traces,
            SpanSender sender,
            TraceSettings settings,
            Leadership leadership,
            InstantSource clock) {
        super("traces", settings.every());
        this.feed = feed;
        this.traces = traces;
        this.sender = sender;
        this.settings = settings;
        this.leadership = leadership;
        this.clock = clock;
    }

    @Override
    protected void round() {
        Optional<Long> place = traces.place();
        if (place.isEmpty()) {
            traces.beginAt(feed.newest());
            return;
        }
        long reached = place.get();
        List<Entry> entries = feed.after(reached, AT_ONCE);
        while (isRunning() && !entries.isEmpty() && passed(reached, entries)) {
            reached = entries.getLast().sequence();
            entries = feed.after(reached, AT_ONCE);
        }
    }

    /** False where they were not taken, or another server sends. */
    private boolean passed(long from, List<Entry> entries) {
        return leadership.leads(LEAD)
                && taken(spans(entries))
                && traces.movePlace(from, entries.getLast().sequence());
    }

    @Override
    protected void ended() {
        leadership.resign(LEAD);
    }

    private List<TracedSpan> spans(List<Entry> entries) {
        Instant tooOld = clock.instant().minus(settings.giveUpAfter());
        List<Event> ends = entries.stream()
                .map(Entry::event)
                .filter(event -> event.at().isAfter(tooOld))
                .filter(TraceExport::ends)
                .toList();
        Map<UUID, TracedRun> runs = runs(ends);
        return ends.stream()
                .flatMap(event -> event.runId().map(runs::get).stream().flatMap(run -> spans(run, event)))
                .toList();
    }

    /** With what is needed of them: of a run that goes on, the passages of stages at which something has ended just now. */
    private Map<UUID, TracedRun> runs(List<Event> ends) {
        return traces
                .runs(
                        ids(ends, Event::runId),
                        ids(ends, Event::attemptId),
                        ids(
                                ends.stream()
                                        .filter(event -> event.attemptId().isEmpty())
                                        .toList(),
                                Event::runId))
                .stream()
                .collect(Collectors.toMap(TracedRun::id, Function.identity()));
    }

    private static Set<UUID> ids(List<Event> events, Function<Event, Optional<UUID>> of) {
        return events.stream().flatMap(event -> of.apply(event).stream()).collect(Collectors.toSet());
    }

    private static boolean ends(Event event) {
        return switch (event.kind()) {
            case ATTEMPT_ENDED, RUN_SUCCEEDED, RUN_CANCELLED -> true;
            default -> false;
        };
    }

    private static Stream<TracedSpan> spans(TracedRun run, Event event) {
        return event
                .attemptId()
                .map(attempt -> Spans.ofAttempt(run, attempt))
                .orElseGet(() -> Spans.ofEnd(run))
                .stream();
    }

    /** Whether they need not be sent again. */
    private boolean taken(List<TracedSpan> spans) {
        Answer answer = spans.isEmpty() ? Answer.TAKEN : sender.send(spans);
        switch (answer) {
            case TAKEN -> {
                if (away && !spans.isEmpty()) {
                    log.info("Traces are taken again");
                    away = false;
                }
            }
            case REFUSED -> log.warn("{} spans were refused for good, and are not sent again", spans.size());
            case AWAY -> {
                if (!away) {
                    log.warn(
                            "Traces are not taken; what ended less than {} ago is tried again", settings.giveUpAfter());
                    away = true;
                }
            }
        }
        return answer != Answer.AWAY;
    }
}
