package dev.winslow.faults.trial;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.stream.Collectors;

/** Signals to processes, of which any may have ended by now. */
final class Signals {
    private Signals() {}

    static void send(String signal, List<Long> processes) throws IOException, InterruptedException {
        if (!processes.isEmpty()) {
            String line = processes.stream()
                    .map(pid -> "kill -s " + signal + " " + pid)
                    .collect(Collectors.joining("; "));
            new ProcessBuilder("sh", "-c", line)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
