package dev.winslow.agent.inventory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a program of the machine that answers and ends. */
final class Asked {
    private static final Logger LOG = LoggerFactory.getLogger(Asked.class);

    private Asked() {}

    /** What it printed; empty where it is not there or does not end well. */
    static Optional<String> answer(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return Optional.of(text);
            }
            LOG.warn("{} did not end well, so its GPUs are not offered", command.getFirst());
        } catch (IOException absent) {
            LOG.debug("There is no {} here", command.getFirst(), absent);
        }
        return Optional.empty();
    }
}
