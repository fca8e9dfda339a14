package dev.winslow.agent.workspace;

import dev.winslow.agent.disk.Checksum;
import dev.winslow.agent.disk.Folders;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.StageFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a stage that runs keeps for its next attempt, as it stood at one moment: copied first, because it may change while it is sent.
 *
 * @param state by which it is told whether anything has changed since
 * @param files by their paths in the stage's checkpoint folder
 */
public record CheckpointCopy(Path root, Map<String, Fingerprint> state, List<ProducedFile> files) {

    /** Absent where there is nothing, nothing new, or where the stage wrote while it was copied. */
    public static Optional<CheckpointCopy> of(AttemptFolder folder, Map<String, Fingerprint> known) throws IOException {
        Path source = folder.workspace().resolve(StageFolders.CHECKPOINT);
        try {
            Map<String, Fingerprint> before = state(source);
            if (before.isEmpty() || before.equals(known)) {
                return Optional.empty();
            }
            List<ProducedFile> files = copy(source, before, folder.checkpoint());
            return before.equals(state(source))
                    ? Optional.of(new CheckpointCopy(folder.checkpoint(), before, files))
                    : Optional.empty();
        } catch (NoSuchFileException | UncheckedIOException renamed) {
            return Optional.empty();
        }
    }

    private static List<ProducedFile> copy(Path source, Map<String, Fingerprint> state, Path target)
            throws IOException {
        Folders.delete(target);
        List<ProducedFile> files = new ArrayList<>();
        for (String path : state.keySet()) {
            Path copy = target.resolve(path);
            Files.createDirectories(copy.getParent());
            Files.copy(source.resolve(path), copy, LinkOption.NOFOLLOW_LINKS);
            files.add(new ProducedFile(Area.WORKSPACE, path, Files.size(copy), Checksum.sha256(copy)));
        }
        return files;
    }

    /** Links are not followed, neither here nor in a path: what they lead to is not the stage's. */
    private static Map<String, Fingerprint> state(Path source) throws IOException {
        Map<String, Fingerprint> state = new TreeMap<>();
        if (!Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
            return state;
        }
        try (Stream<Path> all = Files.walk(source)) {
            for (Path file : all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                state.put(source.relativize(file).toString().replace('\\', '/'), Fingerprint.of(file));
            }
        }
        return state;
    }
}
