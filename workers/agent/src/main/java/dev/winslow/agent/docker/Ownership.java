package dev.winslow.agent.docker;

import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.artifact.Area;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose a stage's folders are: the worker's, and so the stage runs as the worker's user, or those of another user. */
record Ownership(int uid, int gid) {
    /** @param user two numbers with a colon between, or one for both */
    static Ownership parse(String user) {
        String[] numbers = user.split(":", 2);
        return new Ownership(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[numbers.length - 1]));
    }

    static Ownership of(Path path) throws IOException {
        return new Ownership((int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS), (int)
                Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
    }

    /** Gives the user all that the stage may change. */
    void take(AttemptFolder folder) throws IOException {
        if (equals(of(folder.workspace()))) {
            return;
        }
        try {
            for (Path area : List.of(folder.of(Area.OUTPUT), folder.word(), folder.workspace())) {
                takeAll(area);
            }
        } catch (FileSystemException notAllowed) {
            throw new IOException(
                    "The stage is to run as user " + this
                            + ", whom only a worker of root can give the stage's folders (" + notAllowed.getMessage()
                            + "): start the worker as root, or let the stage run as the worker's user",
                    notAllowed);
        }
    }

    private void takeAll(Path area) throws IOException {
        try (Stream<Path> all = Files.walk(area)) {
            for (Path each : all.toList()) {
                Files.setAttribute(each, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(each, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    static Optional<Ownership> wanted(Optional<String> byStage, Optional<String> byOperator) {
        return byStage.or(() -> byOperator).map(Ownership::parse);
    }

    @Override
    public String toString() {
        return uid + ":" + gid;
    }
}
