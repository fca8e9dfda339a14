package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which files of a project: of its uploads, of a run, or of an attempt. */
final class FileChoice {
    @Option(
            names = "--area",
            description = "INPUT, WORKSPACE or OUTPUT (default: OUTPUT; of an attempt all that it left).")
    private Optional<Area> area = Optional.empty();

    @ArgGroup
    private Origin origin = new Origin();

    @Option(names = "--under", paramLabel = "FOLDER", description = "Only what lies in this folder.")
    private Optional<String> under = Optional.empty();

    /** An attempt is of one run already. */
    private static final class Origin {
        @Option(names = "--run", paramLabel = "RUN", description = "Of this run (default: the latest).")
        private Optional<UUID> run = Optional.empty();

        @Option(
                names = "--attempt",
                paramLabel = "ATTEMPT",
                description = "What this attempt left, also where it failed; 'project attempts' lists their ids.")
        private Optional<UUID> attempt = Optional.empty();
    }

    /** In the order in which the server has them. */
    List<FileView> of(Api api, String project) {
        String folder = under.map(each -> each.replaceAll("^/+|/+$", "") + "/").orElse("");
        return api.list(address(project, "") + query(Optional.empty()), FileView.class).stream()
                .filter(file -> file.path().startsWith(folder))
                .toList();
    }

    /** What was added to a step has its own list. */
    void refuseBesideAStep() {
        if (area.isPresent() || origin.run.isPresent() || origin.attempt.isPresent() || under.isPresent()) {
            throw new Refused(
                    "What was added to a step of the latest run is listed: leave out the other options, or --step.");
        }
    }

    /** The address of an archive of them. */
    String archive(String project) {
        return address(project, ".zip") + query(under);
    }

    /** Where a file goes below the folder that a person names: areas have files of the same path. */
    String place(FileView file) {
        boolean several = origin.attempt.isPresent() && area.isEmpty();
        return several ? file.area().name().toLowerCase(Locale.ROOT) + "/" + file.path() : file.path();
    }

    private String address(String project, String ending) {
        return origin.attempt
                        .map(id -> Paths.ATTEMPT_FILES.replace("{id}", id.toString()))
                        .orElse(Paths.PROJECTS + "/" + project + "/files")
                + ending;
    }

    private String query(Optional<String> folder) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (origin.attempt.isEmpty() || area.isPresent()) {
            query.add("area=" + area.orElse(Area.OUTPUT));
        }
        origin.run.ifPresent(each -> query.add("run=" + each));
        folder.ifPresent(each -> query.add("under=" + URLEncoder.encode(each, StandardCharsets.UTF_8)));
        return query.toString();
    }
}
