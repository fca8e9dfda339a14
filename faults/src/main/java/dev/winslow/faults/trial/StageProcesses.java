package dev.winslow.faults.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The processes of stages are those that work in the folder of an attempt. */
public final class StageProcesses {
    private StageProcesses() {}

    /** One of them. */
    public record Left(long pid, Path workingFolder, String command) {}

    static List<Left> below(List<Path> workers) {
        return ProcessHandle.allProcesses()
                .flatMap(handle -> workingFolder(handle.pid()).stream()
                        .filter(folder -> workers.stream().anyMatch(folder::startsWith))
                        .map(folder -> new Left(
                                handle.pid(),
                                folder,
                                handle.info().commandLine().orElse("?"))))
                .toList();
    }

    private static Optional<Path> workingFolder(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", String.valueOf(pid), "cwd")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
