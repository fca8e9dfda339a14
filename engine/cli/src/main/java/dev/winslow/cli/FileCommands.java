package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, uploads, downloads and removes files of a project, and tells where they come from. */
@Command(
        name = "file",
        mixinStandardHelpOptions = true,
        description = "Lists, uploads, downloads and removes files of a project, and tells where they come from.",
        subcommands = {
            FileCommands.List.class,
            FileCommands.Upload.class,
            FileCommands.Download.class,
            FileCommands.Remove.class,
            LineageCommand.class
        })
final class FileCommands {
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists files.")
    static final class List extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private String id = "";

        @Mixin
        private FileChoice choice = new FileChoice();

        @Override
        public Integer call() throws Exception {
            var files = choice.of(api(), id);
            Table table = new Table("ID", "AREA", "PATH", "BYTES", "CREATED", "STAGE");
            files.forEach(file -> table.row(
                    file.id(),
                    file.area(),
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
            var uploaded =
                    new Uploads(api(), Paths.PROJECTS + "/" + id, err()).send(file, String.valueOf(file.getFileName()));
            print(uploaded, () -> "Uploaded " + uploaded.path());
            return 0;
        }
    }

    @Command(
            name = "download",
            mixinStandardHelpOptions = true,
            description = "Downloads files with their folders, or all of them as one archive.")
    static final class Download extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private String id = "";

        @Mixin
        private FileChoice choice = new FileChoice();

        @Option(names = "--path", description = "Only this file.")
        private String path = "";

        @Option(names = "--out", description = "The folder (default: the current one).")
        private Path out = Path.of("");

        @Option(names = "--zip", paramLabel = "FILE", description = "All of them as this ZIP archive.")
        private Optional<Path> zip = Optional.empty();

        @Override
        public Integer call() throws Exception {
            Api api = api();
            if (zip.isPresent()) {
                if (!path.isEmpty() || !out.equals(Path.of(""))) {
                    throw new Refused("An archive holds all of the files: leave out --path and --out, or --zip.");
                }
                Downloads.archive(api, choice.archive(id), zip.get());
                out().println(zip.get());
                return 0;
            }
            java.util.List<FileView> files = choice.of(api, id).stream()
                    .filter(file -> path.isEmpty() || path.equals(file.path()))
                    .toList();
            if (files.isEmpty()) {
                throw new Refused("There are no such files. List them with: file list " + id);
            }
            for (FileView file : files) {
                Path target = Downloads.inside(out, choice.place(file));
                api.download(Paths.PROJECTS + "/" + id + "/files/" + file.id(), target);
                out().println(target);
            }
            return 0;
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description =
                    "Takes an uploaded file, or one of the pool, out of a project that no run works with any more.")
    static final class Remove extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private String id = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "Its path, or its id.")
        private String file = "";

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Override
        public Integer call() throws Exception {
            Api api = api();
            String files = Paths.PROJECTS + "/" + id + "/files";
            FileView found = api.list(files + "?area=" + Area.INPUT, FileView.class).stream()
                    .filter(each ->
                            file.equals(each.path()) || file.equals(each.id().toString()))
                    .findFirst()
                    .orElseThrow(() -> new Refused("There is no file " + file + " among what was uploaded.\n"
                            + "List these with: file list " + id + " --area INPUT"));
            confirmation.require(err(), "Remove %s (%d bytes)?".formatted(found.path(), found.size()));
            api.delete(files + "/" + found.id());
            print(found, () -> "Removed " + found.path());
            return 0;
        }
    }
}
