package dev.winslow.agent.docker;

import java.util.List;
import java.util.Set;

/** Hands out the GPUs of this machine so that each serves one stage at a time. */
record GpuDesk(List<Integer> all) {
    /**
     * @param held by stages that run
     * @throws DockerTrouble where fewer are free
     */
    List<String> take(int wanted, Set<String> held) throws DockerTrouble {
        List<String> free = all.stream()
                .map(String::valueOf)
                .filter(gpu -> !held.contains(gpu))
                .toList();
        if (free.size() < wanted) {
            throw new DockerTrouble(
                    "The stage asks for GPUs (%d), but of those that the worker found here (%d) only %d are free: see what nvidia-smi says on this machine"
                            .formatted(wanted, all.size(), free.size()));
        }
        return free.subList(0, wanted);
    }
}
