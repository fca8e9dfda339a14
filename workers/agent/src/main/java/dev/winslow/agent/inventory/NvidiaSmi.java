package dev.winslow.agent.inventory;

import dev.winslow.api.stage.Gpu;
import java.util.List;

/** GPUs by NVIDIA's own program; a machine without it has none that stages could use. */
final class NvidiaSmi {
    private static final long MIB = 1L << 20;
    private static final List<String> COMMAND = List.of(
            "nvidia-smi", "--query-gpu=index,name,memory.total,driver_version", "--format=csv,noheader,nounits");

    private NvidiaSmi() {}

    static List<Gpu> gpus() throws InterruptedException {
        return Asked.answer(COMMAND).map(NvidiaSmi::parse).orElse(List.of());
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
