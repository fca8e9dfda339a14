package dev.winslow.agent.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A stage that runs as a process. It leads a session of its own and writes its output and its exit code into files, so that it goes on when the
 * worker dies, and a new worker can take it up again from nothing but its folder.
 */
public final class StageProcess {
    /** Of the worker's own environment a stage sees what a program needs to start at all. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "JAVA_HOME", "TMPDIR");

    private static final String WRAPPER = """
            console=$1; code=$2; shift 2
            "$@" > "$console" 2>&1 < /dev/null
            echo $? > "$code.part" && mv "$code.part" "$code"
            """;

    private final Path folder;
    private final ProcessHandle handle;

    private StageProcess(Path folder, ProcessHandle handle) {
        this.folder = folder;
        this.handle = handle;
    }

    public static Path console(Path folder) {
        return folder.resolve("console.log");
    }

    public static StageProcess start(
            Path folder, Path workingFolder, List<String> command, Map<String, String> environment) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "setsid",
                "sh",
                "-c",
                WRAPPER,
                "stage",
                console(folder).toString(),
                exitCodeFile(folder).toString()));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(workingFolder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        ProcessHandle handle = builder.start().toHandle();
        Path pid = folder.resolve("process.part");
        Files.writeString(pid, handle.pid() + " " + startOf(handle));
        Files.move(pid, processFile(folder), StandardCopyOption.ATOMIC_MOVE);
        return new StageProcess(folder, handle);
    }

    /** The process that an earlier worker started in this folder, if it lives: the id alone could be another's by now. */
    public static Optional<StageProcess> find(Path folder) throws IOException {
        if (!Files.exists(processFile(folder))) {
            return Optional.empty();
        }
        String[] words = Files.readString(processFile(folder)).split(" ");
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(handle -> startOf(handle).equals(words[1]))
                .map(handle -> new StageProcess(folder, handle));
    }

    /** Whether a process was ever started in this folder. */
    public static boolean wasStarted(Path folder) {
        return Files.exists(processFile(folder));
    }

    public static OptionalInt exitCode(Path folder) throws IOException {
        return Files.exists(exitCodeFile(folder))
                ? OptionalInt.of(
                        Integer.parseInt(Files.readString(exitCodeFile(folder)).strip()))
                : OptionalInt.empty();
    }

    public boolean isAlive() {
        return handle.isAlive() && !Files.exists(exitCodeFile(folder));
    }

    /** Asks the process and all that it started to end, and makes them after the grace. */
    public void stop(java.time.Duration grace) throws IOException, InterruptedException {
        signal("TERM");
        Instant end = Instant.now().plus(grace);
        while (handle.isAlive() && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        signal("KILL");
    }

    private void signal(String name) throws IOException, InterruptedException {
        // The wrapper leads a session, so that its id names the whole group.
        new ProcessBuilder("kill", "-" + name, "--", "-" + handle.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static Path exitCodeFile(Path folder) {
        return folder.resolve("exit-code");
    }

    private static Path processFile(Path folder) {
        return folder.resolve("process");
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
