package dev.winslow.cli.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process that this one has started and ends with itself. */
final class Supervised {
    private static final long GRACE_SECONDS = 15;

    private final String name;
    private final List<String> command;
    private final Path log;
    private Optional<Process> process = Optional.empty();

    Supervised(String name, List<String> command, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = log;
    }

    String name() {
        return name;
    }

    void start() throws IOException {
        process = Optional.of(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    boolean isAlive() {
        return process.map(Process::isAlive).orElse(false);
    }

    void stop() {
        process.filter(Process::isAlive).ifPresent(running -> {
            running.destroy();
            try {
                if (!running.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException e) {
                running.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        });
    }
}
