package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.lineage.Lineage;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a file comes from, and what was made from it. */
@Command(
        name = "lineage",
        description =
                "Tells which attempts led to a file, with image, arguments and variables, and what was made from it.")
final class LineageCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "The file's id; with --project, its path.")
    private String file = "";

    @Option(names = "--project", paramLabel = "ID", description = "The project that has a file of this path.")
    private @Nullable String project;

    @Option(
            names = "--area",
            description = "INPUT, WORKSPACE or OUTPUT, where the project has files of this path in several.")
    private @Nullable Area area;

    @Override
    public Integer call() throws Exception {
        Api api = api();
        var lineage =
                api.get(Paths.FILES + "/" + (project == null ? file : id(api, project)) + "/lineage", Lineage.class);
        print(lineage, () -> LineageText.of(lineage));
        return 0;
    }

    private UUID id(Api api, String ofProject) {
        List<FileView> found = (area == null ? Stream.of(Area.values()) : Stream.of(area))
                .flatMap(each ->
                        api.list(Paths.PROJECTS + "/" + ofProject + "/files?area=" + each, FileView.class).stream())
                .filter(candidate -> candidate.path().equals(file))
                .toList();
        if (found.isEmpty()) {
            throw new Refused("The project has no file \"" + file + "\": see ./winslow file list " + ofProject + ".");
        }
        if (found.size() > 1) {
            throw new Refused(found.stream()
                    .map(each -> "%n  %s  %s  %s".formatted(each.id(), each.area(), each.createdAt()))
                    .collect(Collectors.joining(
                            "",
                            "The project has several files \"" + file
                                    + "\". Name the area with --area, or one by its id:",
                            "")));
        }
        return found.getFirst().id();
    }
}
