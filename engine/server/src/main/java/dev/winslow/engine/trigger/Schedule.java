package dev.winslow.engine.trigger;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.engine.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/** When a trigger fires. Hours that a change to or from summer time leaves out or repeats are dealt with in the trigger's own zone. */
final class Schedule {
    /** How late a time may be and still be fired, so that the restart of a server loses none. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private static final int CRONTAB_FIELDS = 5;
    private static final int MOST_COUNTED = 1000;

    private Schedule() {}

    /** The first time after this one. */
    static Optional<Instant> next(TriggerSource source, Instant after) {
        return switch (source) {
            case TriggerSource.Once once -> Optional.of(once.at()).filter(at -> at.isAfter(after));
            case TriggerSource.Cron cron ->
                Optional.ofNullable(expression(cron.cron()).next(after.atZone(zone(cron.zone()))))
                        .map(ZonedDateTime::toInstant);
            case TriggerSource.Call call -> Optional.empty();
            case TriggerSource.Folder folder -> Optional.empty();
        };
    }

    /** The next time of a trigger that is changed. One of a rhythm that has come and is not fired yet stays due. */
    static Optional<Instant> nextAfterChange(Trigger before, TriggerSource source, Instant now) {
        boolean due = source instanceof TriggerSource.Cron
                && before.nextAt().filter(next -> !next.isAfter(now)).isPresent();
        return due || !before.enabled() || before.source().equals(source) ? before.nextAt() : next(source, now);
    }

    /** This time and those that follow it. */
    static Stream<Instant> from(TriggerSource source, Instant first) {
        return Stream.iterate(Optional.of(first), Optional::isPresent, time -> time.flatMap(at -> next(source, at)))
                .flatMap(Optional::stream);
    }

    static boolean isMissed(Instant due, Instant now) {
        return due.plus(GRACE).isBefore(now);
    }

    /** What was missed from the first of these times up to now, in a sentence. */
    static String missed(TriggerSource source, Instant first, Instant now) {
        List<Instant> times = from(source, first)
                .takeWhile(time -> !time.isAfter(now))
                .limit(MOST_COUNTED)
                .toList();
        String which = times.size() == 1
                ? "The time " + first + " was missed"
                : "%s times from %s to %s were missed"
                        .formatted(times.size() < MOST_COUNTED ? times.size() : "At least " + MOST_COUNTED, first, now);
        return which + " because no server could fire it then; "
                + next(source, now).map(time -> "the next is " + time).orElse("there is no other") + ".";
    }

    /** Refuses what never fires or fires too often. */
    static void check(TriggerSource source, Instant now) {
        List<Instant> times = next(source, now).stream()
                .flatMap(first -> from(source, first))
                .limit(3)
                .toList();
        if (times.isEmpty()) {
            throw invalid(
                    "This time is never reached: it lies in the past, or on a day that no calendar has.",
                    "Give a time to come.");
        }
        if (times.size() > 1 && Duration.between(times.get(0), times.get(1)).compareTo(Duration.ofMinutes(1)) < 0) {
            throw invalid("A trigger fires at most once a minute.", "Give 0 for the seconds, or leave them away.");
        }
    }

    private static CronExpression expression(String cron) {
        String fields = cron.strip();
        try {
            return CronExpression.parse(
                    fields.split("\\s+").length == CRONTAB_FIELDS && !fields.startsWith("@") ? "0 " + fields : fields);
        } catch (IllegalArgumentException e) {
            throw invalid(
                    "\"" + cron + "\" is no cron expression: " + e.getMessage(),
                    "Give minute, hour, day of the month, month and day of the week, such as \"30 6 * * MON-FRI\".");
        }
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw invalid("There is no time zone \"" + zone + "\".", "Name one such as Europe/Berlin or UTC.");
        }
    }

    private static ProblemException invalid(String detail, String remedy) {
        return new ProblemException(ProblemType.INVALID, detail, remedy);
    }
}
