package dev.winslow.cli;

import dev.winslow.api.trigger.ProjectTemplate;
import dev.winslow.api.trigger.TriggerSource;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to fire a trigger. */
final class TriggerOptions {
    @Option(names = "--project", paramLabel = "ID", description = "The project whose runs are started.")
    private @Nullable UUID project;

    @Option(names = "--call", description = "When it is called with a token, which is shown once.")
    private boolean call;

    @Option(names = "--at", paramLabel = "TIME", description = "Once, such as 2026-05-01T06:00.")
    private @Nullable String at;

    @Option(names = "--cron", paramLabel = "EXPRESSION", description = "Again and again, such as \"30 6 * * MON-FRI\".")
    private @Nullable String cron;

    @Option(names = "--zone", description = "The time zone of --at and --cron (default: that of this machine).")
    private @Nullable String zone;

    @Option(names = "--folder", description = "When a film arrives in this folder of the pool.")
    private @Nullable String folder;

    @Option(names = "--files", paramLabel = "PATTERN", description = "With --folder: only such files, as *.mp4.")
    private @Nullable String files;

    @Option(names = "--pipeline", paramLabel = "KEY", description = "With --folder: the pipeline of the new project.")
    private @Nullable String pipeline;

    @Option(
            names = "--project-name",
            paramLabel = "NAME",
            description = "With --folder: the new project's name, with {file} and {date} (default: {file}).")
    private String projectName = "{file}";

    @Option(names = "--tag", description = "With --folder: a tag of the new project; may be repeated.")
    private List<String> tags = new ArrayList<>();

    TriggerSource source() {
        long chosen = Stream.of(call, at != null, cron != null, folder != null)
                .filter(Boolean::booleanValue)
                .count();
        if (chosen != 1) {
            throw new Refused("Give one of --call, --at, --cron and --folder.");
        }
        if (folder != null) {
            return new TriggerSource.Folder(
                    folder,
                    Optional.ofNullable(files),
                    new ProjectTemplate(projectName, required(pipeline, "--pipeline"), tags));
        }
        UUID of = required(project, "--project");
        if (cron != null) {
            return new TriggerSource.Cron(of, cron, zone().getId());
        }
        return at == null ? new TriggerSource.Call(of) : new TriggerSource.Once(of, time(at));
    }

    private Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            return local(text);
        }
    }

    private Instant local(String text) {
        try {
            return LocalDateTime.parse(text).atZone(zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refused("\"" + text + "\" is no time: give one such as 2026-05-01T06:00.");
        }
    }

    private ZoneId zone() {
        return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
    }

    private static <T> T required(@Nullable T value, String option) {
        if (value == null) {
            throw new Refused("Give " + option + " too.");
        }
        return value;
    }
}
