package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.FoundFile;
import dev.winslow.api.artifact.LinkFile;
import dev.winslow.api.artifact.MoveFile;
import dev.winslow.api.artifact.PoolUser;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files that projects share. */
@Command(
        name = "pool",
        description = "Lists, uploads, moves and deletes shared files, and gives them to projects.",
        subcommands = {
            PoolCommands.List.class,
            PoolCommands.Found.class,
            PoolCommands.Upload.class,
            PoolCommands.Link.class,
            PoolCommands.Users.class,
            PoolCommands.Move.class,
            PoolCommands.Delete.class
        })
final class PoolCommands {
    @Command(name = "list", description = "Lists the files of the pool.")
    static final class List extends ServerCommand {
        @Override
        public Integer call() throws Exception {
            var files = api().list(Paths.POOL + "/files", FileView.class);
            Table table = new Table("ID", "PATH", "BYTES", "CREATED");
            files.forEach(file -> table.row(file.id(), file.path(), file.size(), file.createdAt()));
            print(files, table::toString);
            return 0;
        }
    }

    @Command(
            name = "found",
            description =
                    "Lists what was put into the pool's bucket by an S3 client and is not in the pool yet, and why.")
    static final class Found extends ServerCommand {
        @Override
        public Integer call() throws Exception {
            var found = api().list(Paths.POOL_FOUND, FoundFile.class);
            print(found, () -> FoundText.table(found));
            return 0;
        }
    }

    @Command(name = "upload", description = "Uploads a file to the pool; goes on where an earlier try stopped.")
    static final class Upload extends ServerCommand {
        @Parameters(index = "0", paramLabel = "FILE")
        private Path file = Path.of("");

        @Option(names = "--folder", paramLabel = "FOLDER", description = "The folder of the pool to put it into.")
        private @Nullable String folder;

        @Override
        public Integer call() throws Exception {
            String name = String.valueOf(file.getFileName());
            var uploaded =
                    new Uploads(api(), Paths.POOL, err()).send(file, folder == null ? name : folder + "/" + name);
            print(uploaded, () -> "Uploaded " + uploaded.path() + " as " + uploaded.id());
            return 0;
        }
    }

    @Command(name = "link", description = "Gives a project a file of the pool; no byte is copied.")
    static final class Link extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private String project = "";

        @Parameters(index = "1", paramLabel = "POOL-FILE")
        private UUID file = new UUID(0, 0);

        @Override
        public Integer call() throws Exception {
            var linked = api().post(Paths.PROJECTS + "/" + project + "/files", new LinkFile(file), FileView.class);
            print(linked, () -> "The project has " + linked.path());
            return 0;
        }
    }

    @Command(name = "users", description = "Lists the projects that have a file.")
    static final class Users extends ServerCommand {
        @Parameters(index = "0", paramLabel = "POOL-FILE")
        private UUID file = new UUID(0, 0);

        @Override
        public Integer call() throws Exception {
            var users = api().list(Paths.POOL + "/files/" + file + "/users", PoolUser.class);
            Table table = new Table("PROJECT", "NAME");
            users.forEach(user -> table.row(user.projectId(), user.projectName()));
            print(users, table::toString);
            return 0;
        }
    }

    @Command(
            name = "move",
            description = "Gives a file another name or folder; projects that have it keep the name that it had.")
    static final class Move extends ServerCommand {
        @Parameters(index = "0", paramLabel = "POOL-FILE")
        private UUID file = new UUID(0, 0);

        @Parameters(index = "1", paramLabel = "PATH", description = "The new name, with its folder.")
        private String path = "";

        @Override
        public Integer call() throws Exception {
            var moved = api().patch(Paths.POOL + "/files/" + file, new MoveFile(path), FileView.class);
            print(moved, () -> "It is now " + moved.path());
            return 0;
        }
    }

    @Command(name = "delete", description = "Deletes a file that no project has, also in the storage.")
    static final class Delete extends ServerCommand {
        @Parameters(index = "0", paramLabel = "POOL-FILE")
        private UUID file = new UUID(0, 0);

        @Override
        public Integer call() throws Exception {
            api().delete(Paths.POOL + "/files/" + file);
            print(file, () -> "Deleted " + file);
            return 0;
        }
    }
}
