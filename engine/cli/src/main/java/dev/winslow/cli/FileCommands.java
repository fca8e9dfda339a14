package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, uploads and downloads files of a project, and tells where they come from. */
@Command(
        name = "file",
        mixinStandardHelpOptions = true,
        description = "Lists, uploads and downloads files of a project, and tells where they come from.",
        subcommands = {
            FileCommands.List.class,
            FileCommands.Upload.class,
            FileCommands.Download.class,
            LineageCommand.class
        })
final class FileCommands {
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists files.")
    static final class List extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private String id = "";

        @Option(names = "--area", description = "INPUT, WORKSPACE or OUTPUT (default: ${DEFAULT-VALUE}).")
        private Area area = Area.OUTPUT;

        @Override
        public Integer call() throws Exception {
            var files = api().list(Paths.PROJECTS + "/" + id + "/files?area=" + area, FileView.class);
            Table table = new Table("ID", "PATH", "BYTES", "CREATED", "STAGE");
            files.forEach(file -> table.row(
                    file.id(),
                    file.path(),
                    file.size(),
                    file.createdAt(),
                    file.stageId().orElse("")));
            print(files, table::toString);
            return 0;
        }
    }

    @Command(
            name = "upload",
            mixinStandardHelpOptions = true,
            description = "Uploads a file; goes on where an earlier try stopped.")
    static final class Upload extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private String id = "";

        @Parameters(index = "1", paramLabel = "FILE")
        private Path file = Path.of("");

        @Override
        public Integer call() throws Exception {
            var uploaded = new Uploads(api(), Paths.PROJECTS + "/" + id).send(file, String.valueOf(file.getFileName()));
            print(uploaded, () -> "Uploaded " + uploaded.path());
            return 0;
        }
    }

    @Command(
            name = "download",
            mixinStandardHelpOptions = true,
            description = "Downloads a file, or all files of an area.")
    static final class Download extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private String id = "";

        @Option(names = "--area", description = "INPUT, WORKSPACE or OUTPUT (default: ${DEFAULT-VALUE}).")
        private Area area = Area.OUTPUT;

        @Option(names = "--path", description = "Only this file.")
        private String path = "";

        @Option(names = "--out", description = "The folder (default: the current one).")
        private Path out = Path.of("");

        @Override
        public Integer call() throws Exception {
            Api api = api();
            String base = Paths.PROJECTS + "/" + id + "/files";
            for (FileView file : api.list(base + "?area=" + area, FileView.class)) {
                if (path.isEmpty() || path.equals(file.path())) {
                    api.download(base + "/" + file.id(), out.resolve(file.path()));
                    out().println(out.resolve(file.path()));
                }
            }
            return 0;
        }
    }
}
