package dev.winslow.agent;

import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;

/** Finds out what the machine has. */
final class Inventory {
    private static final List<String> NVIDIA_SMI = List.of(
            "nvidia-smi", "--query-gpu=index,name,memory.total,driver_version", "--format=csv,noheader,nounits");

    private Inventory() {}

    static Capabilities take(List<String> tags, Optional<Integer> cores) {
        HardwareAbstractionLayer hardware = new SystemInfo().getHardware();
        List<Gpu> gpus = gpus();
        Set<String> all = new HashSet<>(tags);
        if (!gpus.isEmpty()) {
            all.add("cuda");
        }
        return new Capabilities(
                cores.orElseGet(() -> hardware.getProcessor().getLogicalProcessorCount()),
                hardware.getMemory().getTotal(),
                gpus,
                all);
    }

    static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "worker";
        }
    }

    /** A line such as {@code 0, NVIDIA H100 80GB HBM3, 81559, 550.90.07} for each GPU; memory in MiB. */
    static List<Gpu> parseNvidiaSmi(String output) {
        return output.lines()
                .map(line -> line.split("\\s*,\\s*"))
                .filter(fields -> fields.length == 4)
                .map(fields -> new Gpu(
                        Integer.parseInt(fields[0].strip()),
                        fields[1],
                        Long.parseLong(fields[2]) << 20,
                        fields[3].strip()))
                .toList();
    }

    /** A machine without the program has no GPU that could be offered. */
    private static List<Gpu> gpus() {
        try {
            Process process = new ProcessBuilder(NVIDIA_SMI)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? parseNvidiaSmi(output)
                    : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
