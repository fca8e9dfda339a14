package dev.winslow.agent.inventory;

import dev.winslow.api.node.GpuLoad;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One nvidia-smi that goes on and prints each second, since its start alone takes longer than that. */
public final class NvidiaWatch {
    private static final Logger LOG = LoggerFactory.getLogger(NvidiaWatch.class);
    private static final long MIB = 1L << 20;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final List<String> COMMAND = List.of(
            "nvidia-smi", "--query-gpu=index,utilization.gpu,memory.used", "--format=csv,noheader,nounits", "--loop=1");

    private final Map<Integer, GpuLoad> cards = new ConcurrentSkipListMap<>();

    public List<GpuLoad> newest() {
        return List.copyOf(cards.values());
    }

    /** Until its thread is interrupted. */
    public void run() throws InterruptedException {
        while (true) {
            watch();
            cards.clear();
            Thread.sleep(PAUSE);
        }
    }

    private void watch() throws InterruptedException {
        Optional<Process> started = Optional.empty();
        try {
            Process process = new ProcessBuilder(COMMAND)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            started = Optional.of(process);
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    parse(line).ifPresent(card -> cards.put(card.index(), card));
                }
            }
            LOG.warn("nvidia-smi has ended with {}; it is started again", process.waitFor());
        } catch (IOException ended) {
            LOG.debug("nvidia-smi cannot be read any more", ended);
        } finally {
            started.ifPresent(Process::destroy);
        }
    }

    /** Empty for a line that is none: cards say [N/A] for what they do not measure. */
    static Optional<GpuLoad> parse(String line) {
        String[] fields = line.strip().split("\\s*,\\s*", -1);
        if (fields.length != 3 || !fields[0].chars().allMatch(Character::isDigit)) {
            LOG.debug("nvidia-smi said {}", line);
            return Optional.empty();
        }
        return Optional.of(
                new GpuLoad(Integer.parseInt(fields[0]), number(fields[1]) / 100.0, number(fields[2]) * MIB));
    }

    private static long number(String field) {
        return !field.isEmpty() && field.chars().allMatch(Character::isDigit) ? Long.parseLong(field) : 0;
    }
}
