package dev.winslow.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The processes of one measurement, which end with it, the last one first. */
public final class StartedProcesses implements AutoCloseable {
    private static final Duration END_LIMIT = Duration.ofSeconds(20);

    private final Path logs;
    private final List<Started> processes = new ArrayList<>();

    StartedProcesses(Path logs) {
        this.logs = logs;
    }

    /** One of them, and what it uses of the machine. */
    record Started(Process process) {
        boolean isAlive() {
            return process.isAlive();
        }

        ProcessMemory memory() {
            return new ProcessMemory(process.pid());
        }

        /** Processor time so far, without that of processes that it started. */
        double seconds() {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
        }
    }

    Started start(List<String> command, String log) throws IOException {
        Started started = new Started(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve(log).toFile())
                .start());
        processes.add(started);
        return started;
    }

    Started first() {
        return processes.getFirst();
    }

    Started last() {
        return processes.getLast();
    }

    @Override
    public void close() {
        for (Started started : processes.reversed()) {
            Process process = started.process();
            process.destroy();
            try {
                if (!process.waitFor(END_LIMIT)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
