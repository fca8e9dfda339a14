package dev.winslow.engine.placement;

import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.Requirements;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is free of the GPUs of a node. A GPU is one stage's alone, or shared by stages that each take a part of its memory. */
record GpuRoom(List<Part> parts) {

    /** One GPU, of which something is free. */
    record Part(int index, long totalBytes, long freeBytes, boolean untouched) {
        double share() {
            return untouched ? 1 : (double) freeBytes / totalBytes;
        }
    }

    static GpuRoom of(List<Gpu> gpus) {
        return new GpuRoom(gpus.stream()
                .map(gpu -> new Part(gpu.index(), gpu.memoryBytes(), gpu.memoryBytes(), true))
                .toList());
    }

    /** Those for a stage with these needs: of those to be shared the fullest that suffice, so that others stay whole. */
    Optional<List<Integer>> choose(Requirements needs) {
        List<Integer> chosen = parts.stream()
                .filter(part -> suits(part, needs))
                .sorted(Comparator.comparingLong((Part part) -> needs.place().sharesGpus() ? part.freeBytes() : 0)
                        .thenComparingInt(Part::index))
                .limit(needs.gpus())
                .map(Part::index)
                .toList();
        return chosen.size() == needs.gpus() ? Optional.of(chosen) : Optional.empty();
    }

    // Loops from here on, since all of this is asked for each stage of each node.

    /** How many a stage with these needs could be given; 0 where it needs none. */
    int suitable(Requirements needs) {
        int suitable = 0;
        for (int i = 0; needs.gpus() > 0 && i < parts.size(); i++) {
            suitable += suits(parts.get(i), needs) ? 1 : 0;
        }
        return suitable;
    }

    private static boolean suits(Part part, Requirements needs) {
        return needs.place().sharesGpus() ? part.freeBytes() >= needs.place().gpuMemoryBytes() : part.untouched();
    }

    GpuRoom less(List<Integer> taken, Requirements needs) {
        long bytes = needs.place().gpuMemoryBytes();
        return new GpuRoom(parts.stream()
                .filter(part -> bytes > 0 || !taken.contains(part.index()))
                .map(part -> taken.contains(part.index())
                        ? new Part(part.index(), part.totalBytes(), Math.max(0, part.freeBytes() - bytes), false)
                        : part)
                .toList());
    }

    /** What is free, counted in GPUs, as far as a stage with these needs could use it. */
    double free(Requirements needs) {
        boolean parted = needs.gpus() == 0 || needs.place().sharesGpus();
        double free = 0;
        for (Part part : parts) {
            free += part.untouched() || parted ? part.share() : 0;
        }
        return free;
    }

    /** What the stage would take, counted in GPUs. */
    double requested(Requirements needs) {
        if (!needs.place().sharesGpus()) {
            return needs.gpus();
        }
        List<Integer> chosen = choose(needs).orElse(List.of());
        return parts.stream()
                .filter(part -> chosen.contains(part.index()))
                .mapToDouble(part -> (double) needs.place().gpuMemoryBytes() / part.totalBytes())
                .sum();
    }
}
