package dev.winslow.agent.inventory;

import dev.winslow.api.stage.Gpu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** GPUs by NVIDIA's own program; a machine without it has none that stages could use. */
final class NvidiaSmi {
    private static final Logger LOG = LoggerFactory.getLogger(NvidiaSmi.class);
    private static final long MIB = 1L << 20;
    private static final List<String> COMMAND = List.of(
            "nvidia-smi", "--query-gpu=index,name,memory.total,driver_version", "--format=csv,noheader,nounits");

    private NvidiaSmi() {}

    static List<Gpu> gpus() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(COMMAND)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return parse(text);
            }
            LOG.warn("nvidia-smi did not end well, so no GPU is offered");
        } catch (IOException absent) {
            LOG.debug("No nvidia-smi here, so no GPU is offered", absent);
        }
        return List.of();
    }

    static List<Gpu> parse(String csv) {
        return csv.lines().filter(line -> !line.isBlank()).map(NvidiaSmi::gpu).toList();
    }

    private static Gpu gpu(String line) {
        String[] fields = line.split("\\s*,\\s*", -1);
        if (fields.length != 4) {
            throw new IllegalArgumentException(
                    "Expected nvidia-smi to answer index, name, memory and driver, but it said: " + line);
        }
        return new Gpu(Integer.parseInt(fields[0].strip()), fields[1], memory(fields[2]), fields[3].strip());
    }

    /** In MiB; cards that share the machine's memory say [N/A]. */
    private static long memory(String mebibytes) {
        return mebibytes.chars().allMatch(Character::isDigit) ? Long.parseLong(mebibytes) * MIB : 0;
    }
}
