package dev.winslow.faults.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs of the system that do a small thing at once. */
final class Shell {
    private Shell() {}

    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with exit code " + code + ": " + said);
        }
    }

    /** Whether it ended well. */
    static boolean tries(String... command) throws InterruptedException {
        try {
            run(command);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs all of them, also where some fail; for what is cleaned up. */
    static void tryAll(List<String[]> commands) throws InterruptedException {
        for (String[] command : commands) {
            tries(command);
        }
    }
}
