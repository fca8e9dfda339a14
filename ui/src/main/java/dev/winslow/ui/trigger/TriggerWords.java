package dev.winslow.ui.trigger;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.ui.language.Language;
import dev.winslow.ui.shell.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What fires a trigger, when it will, and what came of it, in words. */
final class TriggerWords {
    private TriggerWords() {}

    /** In lines. What came of it, the server says. */
    static List<String> about(TriggerView trigger) {
        List<String> lines = new ArrayList<>(List.of(of(trigger.source())));
        if (!trigger.nextTimes().isEmpty()) {
            lines.add(next(trigger.nextTimes()));
        }
        if (!trigger.variables().isEmpty()) {
            lines.add(t("Sets {0}", String.join(", ", trigger.variables())));
        }
        trigger.latest().ifPresent(latest -> lines.add(of(latest)));
        trigger.missed().ifPresent(missed -> lines.add(of(missed)));
        lines.add(t("In the name of {0}", trigger.createdBy()));
        return lines;
    }

    static String next(List<Instant> times) {
        return t("Next: {0}", times.stream().map(Words::time).collect(Collectors.joining(" · ")));
    }

    static String of(FiringView firing) {
        return t("{0}: {1}", Words.time(firing.dueAt()), firing.sentence());
    }

    static String of(TriggerSource source) {
        return switch (source) {
            case TriggerSource.Call call -> t("When a program calls it with its token");
            case TriggerSource.Once once -> t("Once, on {0}", Words.time(once.at()));
            case TriggerSource.Cron cron -> t("{0} ({1})", of(Rhythm.of(cron.cron())), cron.zone());
            case TriggerSource.Folder folder ->
                folder.files()
                        .map(files -> t(
                                "Each film {0} in {1} becomes a project \"{2}\" of {3}",
                                files,
                                folder.folder(),
                                folder.project().name(),
                                folder.project().pipelineKey()))
                        .orElseGet(() -> t(
                                "Each film in {0} becomes a project \"{1}\" of {2}",
                                folder.folder(),
                                folder.project().name(),
                                folder.project().pipelineKey()));
        };
    }

    static String of(Rhythm rhythm) {
        return switch (rhythm) {
            case Rhythm.Daily daily -> t("Every day at {0}", time(daily.at()));
            case Rhythm.Workdays workdays -> t("Monday to Friday at {0}", time(workdays.at()));
            case Rhythm.Weekly weekly -> t("Every {0} at {1}", name(weekly.day()), time(weekly.at()));
            case Rhythm.Hourly hourly -> t("Every hour, at minute {0}", hourly.minute());
            case Rhythm.Other other -> t("By the cron expression {0}", other.cron());
        };
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Language.currentLocale());
    }

    private static String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(Language.currentLocale())
                .format(time);
    }
}
