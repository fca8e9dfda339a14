package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.AddedFile;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.FoundFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, uploads, downloads and removes files of a project, and tells where they come from. */
@Command(
        name = "file",
        description = "Lists, uploads, downloads and removes files of a project, and tells where they come from.",
        subcommands = {
            FileCommands.List.class,
            FileCommands.Found.class,
            FileCommands.Upload.class,
            FileCommands.Download.class,
            FileCommands.Remove.class,
            LineageCommand.class
        })
final class FileCommands {
    @Command(name = "list", description = "Lists files; of a step, those that people have added to its workspace.")
    static final class List extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private String id = "";

        @Mixin
        private FileChoice choice = new FileChoice();

        @Mixin
        private StepChoice step = new StepChoice();

        @Override
        public Integer call() throws Exception {
            if (step.isNamed()) {
                choice.refuseBesideAStep();
                return added();
            }
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

        private Integer added() throws Exception {
            Api api = api();
            var files = api.list(step.address(api, id), AddedFile.class);
            Table table = new Table("ID", "PATH", "BYTES", "ADDED", "BY");
            files.forEach(added -> table.row(
                    added.file().id(),
                    added.file().path(),
                    added.file().size(),
                    added.file().createdAt(),
                    added.addedBy()));
            print(files, table::toString);
            return 0;
        }
    }

    @Command(
            name = "found",
            description =
                    "Lists what was put into the project's bucket by an S3 client and is none of its files yet, and why.")
    static final class Found extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            var found = api().list(Paths.PROJECT_FOUND.replace("{id}", id), FoundFile.class);
            print(found, () -> FoundText.table(found));
            return 0;
        }
    }

    @Command(
            name = "upload",
            description =
                    "Uploads a file into a project, or into the workspace of a step that waits; goes on where an earlier try stopped.")
    static final class Upload extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private String id = "";

        @Parameters(index = "1", paramLabel = "FILE")
        private Path file = Path.of("");

        @Option(names = "--folder", paramLabel = "FOLDER", description = "The folder of the workspace to put it into.")
        private Optional<String> folder = Optional.empty();

        @Mixin
        private StepChoice step = new StepChoice();

        @Override
        public Integer call() throws Exception {
            if (folder.isPresent() && !step.isNamed()) {
                throw new Refused("A folder can be named in the workspace of a step: name the step with --step.");
            }
            Api api = api();
            String name = String.valueOf(file.getFileName());
            String to = step.isNamed() ? step.address(api, id) : Paths.PROJECTS + "/" + id;
            String path = folder.map(each -> each.replaceAll("^/+|/+$", ""))
                    .filter(each -> !each.isEmpty())
                    .map(each -> each + "/" + name)
                    .orElse(name);
            var uploaded = new Uploads(api, to, err()).send(file, path);
            print(uploaded, () -> step.isNamed() ? "Added " + uploaded.path() : "Uploaded " + uploaded.path());
            return 0;
        }
    }

    @Command(name = "download", description = "Downloads files with their folders, or all of them as one archive.")
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
            description =
                    "Takes an uploaded file, or one of the pool, out of a project that no run works with any more; or what was added to a step out of its workspace.")
    static final class Remove extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private String id = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "Its path, or its id.")
        private String file = "";

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Mixin
        private StepChoice step = new StepChoice();

        @Override
        public Integer call() throws Exception {
            Api api = api();
            String files = step.isNamed() ? step.address(api, id) : Paths.PROJECTS + "/" + id + "/files";
            FileView found = offered(api, files)
                    .filter(each ->
                            file.equals(each.path()) || file.equals(each.id().toString()))
                    .findFirst()
                    .orElseThrow(() -> new Refused(
                            step.isNamed()
                                    ? "There is no file " + file + " among what was added to this step.\n"
                                            + "List these with: file list " + id + " --step STEP"
                                    : "There is no file " + file + " among what was uploaded.\n"
                                            + "List these with: file list " + id + " --area INPUT"));
            confirmation.require(err(), "Remove %s (%d bytes)?".formatted(found.path(), found.size()));
            api.delete(files + "/" + found.id());
            print(found, () -> "Removed " + found.path());
            return 0;
        }

        private Stream<FileView> offered(Api api, String files) {
            return step.isNamed()
                    ? api.list(files, AddedFile.class).stream().map(AddedFile::file)
                    : api.list(files + "?area=" + Area.INPUT, FileView.class).stream();
        }
    }
}
