package dev.winslow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident set of a process that runs; 0 where the system does not tell. */
record ProcessMemory(long pid) {
    private static final double MEBI = 1024 * 1024;

    double nowMebibytes() {
        return read("VmRSS:") / MEBI;
    }

    /** The largest since the start. */
    double peakMebibytes() {
        return peakBytes() / MEBI;
    }

    long peakBytes() {
        return read("VmHWM:");
    }

    private long read(String field) {
        try {
            return in(Files.readString(Path.of("/proc", String.valueOf(pid), "status")), field);
        } catch (IOException e) {
            // It has ended, or this system has no such files.
            return 0;
        }
    }

    static long in(String status, String field) {
        return status.lines()
                .filter(line -> line.startsWith(field))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
                .findFirst()
                .orElse(0);
    }
}
