package dev.winslow.agent.inventory;

import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;

/** What this machine has; whoever starts the worker may offer less of it. */
public final class Machine {
    private Machine() {}

    public static Capabilities capabilities(Optional<Integer> cores, Optional<Long> memoryBytes, Set<String> tags)
            throws InterruptedException {
        HardwareAbstractionLayer hardware = new SystemInfo().getHardware();
        return new Capabilities(
                cores.orElseGet(() -> Runtime.getRuntime().availableProcessors()),
                memoryBytes.orElseGet(() -> hardware.getMemory().getTotal()),
                gpus(),
                tags);
    }

    /** Stages name GPUs by their number, so that those of one maker only are offered. */
    private static List<Gpu> gpus() throws InterruptedException {
        List<Gpu> nvidia = NvidiaSmi.gpus();
        return nvidia.isEmpty() ? RocmSmi.gpus() : nvidia;
    }
}
