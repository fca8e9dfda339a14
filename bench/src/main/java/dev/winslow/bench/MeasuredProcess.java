package dev.winslow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run to its end.
 *
 * @param peakBytes the largest resident set, as Linux keeps it; 0 where the system does not tell
 */
record MeasuredProcess(int exitCode, Duration time, long peakBytes) {
    private static final long LOOK_MILLIS = 20;

    /** Runs the command in the folder, with more variables in its environment; what it prints goes to the log. */
    static MeasuredProcess run(List<String> command, Map<String, String> environment, Path folder, Path log)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, new ProcessMemory(process.pid()).peakBytes());
        }
        return new MeasuredProcess(process.exitValue(), Duration.ofNanos(System.nanoTime() - start), peak);
    }
}
