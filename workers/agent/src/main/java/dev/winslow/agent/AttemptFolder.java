package dev.winslow.agent;

import dev.winslow.agent.workspace.StageFolder;
import dev.winslow.api.worker.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What the worker keeps of an attempt, so that it can take it up again after its own restart. */
record AttemptFolder(Assignment assignment, Path root) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ASSIGNMENT = "assignment.json";

    static AttemptFolder create(Path attempts, Assignment assignment) throws IOException {
        Path root =
                Files.createDirectories(attempts.resolve(assignment.attemptId().toString()));
        Path part = Files.createTempFile(
                root,
                ASSIGNMENT,
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(part, JSON.writeValueAsBytes(assignment));
        Files.move(part, root.resolve(ASSIGNMENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new AttemptFolder(assignment, root);
    }

    /** Attempts of an earlier worker; a folder that has no assignment yet never began. */
    static List<AttemptFolder> all(Path attempts) throws IOException {
        try (Stream<Path> folders = Files.list(Files.createDirectories(attempts))) {
            return folders.filter(folder -> Files.exists(folder.resolve(ASSIGNMENT)))
                    .map(folder -> new AttemptFolder(
                            JSON.readValue(folder.resolve(ASSIGNMENT).toFile(), Assignment.class), folder))
                    .toList();
        }
    }

    StageFolder stage() {
        return new StageFolder(root);
    }
}
