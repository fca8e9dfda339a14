package dev.winslow.agent.executor;

import dev.winslow.agent.workspace.AttemptFolder;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Stages as processes of this machine, each in a session of its own. A shell around the program notes its own process id
 * before and the exit code after; it outlives the worker and needs nothing from it.
 */
public final class ProcessExecutor implements StageExecutor {
    /** The shell catches SIGTERM, which the program gets too, so as to live on and note the exit code. */
    private static final String WATCH = """
            folder=$1; shift
            trap : TERM INT HUP
            echo $$ >"$folder/pid"
            "$@"
            echo $? >"$folder/exit-code"
            """;

    /** Of the worker's own variables only these reach a stage. */
    private static final List<String> PASSED_ON = List.of("PATH", "HOME", "LANG", "JAVA_HOME");

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final ProgramDigests digests = new ProgramDigests();
    private final Programs programs;
    private final Duration grace;
    private final Map<AttemptFolder, ProcessTree> trees = new ConcurrentHashMap<>();

    public ProcessExecutor(Programs programs, Duration grace) {
        this.programs = programs;
        this.grace = grace;
    }

    @Override
    public StageView view(AttemptFolder folder) {
        return StageView.of(folder);
    }

    @Override
    public String prepare(StageCommand command, Announcer log) throws IOException, UnknownImage {
        return digests.of(programs.command(command.image()));
    }

    @Override
    public void start(StageCommand command) throws IOException, UnknownImage {
        AttemptFolder folder = command.folder();
        List<String> line = new ArrayList<>(List.of(
                "setsid", "sh", "-c", WATCH, "winslow-stage", folder.root().toString()));
        line.addAll(programs.command(command.image()));
        line.addAll(command.arguments());
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.workspace().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.appendTo(folder.stdout().toFile()))
                .redirectError(Redirect.appendTo(folder.stderr().toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(PASSED_ON);
        environment.putAll(command.environment());
        environment.putAll(gpus(command.gpus()));
        builder.start();
    }

    /** CUDA and ROCm show a program only the GPUs that are named; in the order in which nvidia-smi counts them. */
    private static Map<String, String> gpus(List<Integer> indexes) {
        String visible = indexes.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Map.of(
                "CUDA_DEVICE_ORDER", "PCI_BUS_ID",
                "CUDA_VISIBLE_DEVICES", visible,
                "ROCR_VISIBLE_DEVICES", visible);
    }

    @Override
    public StageStatus status(AttemptFolder folder) throws IOException {
        Optional<StageStatus> ended = ended(folder);
        if (ended.isPresent()) {
            return ended.get();
        }
        if (alive(folder)) {
            return new StageStatus.Running();
        }
        // It may have ended between the two looks.
        return ended(folder).orElseGet(StageStatus.Vanished::new);
    }

    @Override
    public Optional<StageLoad> load(AttemptFolder folder) throws IOException {
        return leader(folder)
                .flatMap(leader -> trees.computeIfAbsent(folder, fresh -> new ProcessTree())
                        .load(leader));
    }

    @Override
    public void stop(AttemptFolder folder) throws IOException, InterruptedException {
        while (number(folder.pid()).isEmpty() && status(folder) instanceof StageStatus.Running) {
            Thread.sleep(LOOK);
        }
        Optional<ProcessHandle> leader = leader(folder);
        if (leader.isPresent()) {
            stop(leader.get());
        } else {
            sweep(folder);
        }
    }

    /** What is known of a process lies in its folder. */
    @Override
    public void forget(AttemptFolder folder) {
        trees.remove(folder);
    }

    /** What has left its process group unseen lives on where it was. */
    @Override
    public boolean confines() {
        return false;
    }

    /** Folder and process go together. */
    @Override
    public void sweep(Set<AttemptFolder> known) {}

    @Override
    public void close() {}

    private void stop(ProcessHandle leader) throws IOException, InterruptedException {
        List<ProcessHandle> others = leader.descendants().toList();
        signal("TERM", leader.pid());
        Instant deadline = Instant.now().plus(grace);
        while (leader.isAlive() && Instant.now().isBefore(deadline)) {
            Thread.sleep(LOOK);
        }
        signal("KILL", leader.pid());
        // Those that left the session for one of their own.
        others.forEach(ProcessHandle::destroyForcibly);
    }

    /** What the program left running. The group's number is not given away while a process is in it. */
    private static void sweep(AttemptFolder folder) throws IOException, InterruptedException {
        Optional<Long> pid = number(folder.pid());
        if (pid.isPresent() && ProcessHandle.of(pid.get()).isEmpty()) {
            signal("KILL", pid.get());
        }
    }

    private static Optional<StageStatus> ended(AttemptFolder folder) throws IOException {
        return number(folder.exitCode()).map(code -> new StageStatus.Ended(code.intValue()));
    }

    private static boolean alive(AttemptFolder folder) throws IOException {
        if (number(folder.pid()).isPresent()) {
            return leader(folder).isPresent();
        }
        // The shell has not come to its first line yet.
        if (Files.notExists(folder.stdout())) {
            return false;
        }
        Instant started = Files.getLastModifiedTime(folder.stdout()).toInstant();
        return Instant.now().isBefore(started.plus(START));
    }

    /** Empty also where the process id belongs to another process by now, which started at another time. */
    private static Optional<ProcessHandle> leader(AttemptFolder folder) throws IOException {
        Optional<Long> pid = number(folder.pid());
        if (pid.isEmpty()) {
            return Optional.empty();
        }
        Instant noted = Files.getLastModifiedTime(folder.pid()).toInstant();
        return ProcessHandle.of(pid.get())
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, noted).abs().compareTo(START) < 0)
                        .orElse(true));
    }

    /** A file without the line's end is still being written. */
    private static Optional<Long> number(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file);
        return text.endsWith("\n") ? Optional.of(Long.parseLong(text.strip())) : Optional.empty();
    }

    private static void signal(String name, long group) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -s " + name + " -- -" + group)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
