package dev.winslow.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What the objects of a JVM take once it is rid of those that nobody needs, by the JDK's own {@code jcmd}. */
record LiveHeap(long pid) {
    private static final double MEBI = 1024 * 1024;

    /** @throws IOException where the JVM has ended, or does not let itself be asked */
    double mebibytes() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(List.of(jcmd, String.valueOf(pid), "GC.class_histogram"))
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The JVM " + pid + " does not tell what it holds: " + answer.strip());
        }
        return total(answer) / MEBI;
    }

    /** Of the last line: {@code Total INSTANCES BYTES}. */
    static long total(String histogram) {
        return histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .map(line -> line.strip().split("\\s+"))
                .mapToLong(line -> Long.parseLong(line[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no total in: " + histogram));
    }
}
