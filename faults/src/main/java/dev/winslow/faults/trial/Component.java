package dev.winslow.faults.trial;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the system, which is started again and again by the same command. */
public final class Component {
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Optional<Process> process = Optional.empty();
    private boolean wanted;
    private boolean over;

    public Component(String name, List<String> command, Map<String, String> environment, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    public String name() {
        return name;
    }

    /** Nothing once the trial {@link #finish() has ended}. */
    public synchronized void start() throws IOException {
        if (over) {
            return;
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = Optional.of(builder.start());
        wanted = true;
    }

    public synchronized boolean isAlive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** Whether it should run and does not. */
    synchronized boolean isMissing() {
        return wanted && !isAlive();
    }

    /** It stays down until it is started again. */
    public synchronized void kill() throws InterruptedException {
        wanted = false;
        for (ProcessHandle each : itself().toList()) {
            each.destroyForcibly();
        }
        awaitEnd();
    }

    /** The same with all processes that it started. */
    public synchronized void killAll() throws IOException, InterruptedException {
        wanted = false;
        Signals.send("KILL", all());
        awaitEnd();
    }

    public void pause() throws IOException, InterruptedException {
        Signals.send("STOP", all());
    }

    public void resume() throws IOException, InterruptedException {
        Signals.send("CONT", all());
    }

    /** Only the program, without what it started. */
    public void pauseItself() throws IOException, InterruptedException {
        Signals.send("STOP", itself().map(ProcessHandle::pid).toList());
    }

    public void resumeItself() throws IOException, InterruptedException {
        Signals.send("CONT", itself().map(ProcessHandle::pid).toList());
    }

    /** Asks it to end. */
    public synchronized void end() throws InterruptedException {
        wanted = false;
        process.ifPresent(Process::destroy);
        if (process.isPresent() && !process.get().waitFor(END_LIMIT)) {
            process.get().destroyForcibly();
        }
    }

    /** It never starts again, whoever wants it. */
    synchronized void finish() {
        over = true;
        wanted = false;
    }

    private void awaitEnd() throws InterruptedException {
        if (process.isPresent()) {
            process.get().waitFor();
        }
    }

    private synchronized Stream<ProcessHandle> itself() {
        return process.stream().map(Process::toHandle).filter(ProcessHandle::isAlive);
    }

    private synchronized List<Long> all() {
        List<Long> pids = new ArrayList<>();
        itself().forEach(handle -> {
            pids.add(handle.pid());
            handle.descendants().map(ProcessHandle::pid).forEach(pids::add);
        });
        return pids;
    }
}
