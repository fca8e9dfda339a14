package dev.winslow.engine.placement;

import dev.winslow.api.stage.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stages need and nodes have, in words. */
final class Amounts {
    private static final double GIB = 1024.0 * 1024 * 1024;

    private Amounts() {}

    static String words(Requirements needs) {
        List<String> words = new ArrayList<>();
        words.add(cores(needs.cores()));
        words.add(memory(needs.memoryBytes()));
        if (needs.gpus() > 0) {
            words.add(
                    needs.place().sharesGpus()
                            ? memory(needs.place().gpuMemoryBytes()) + " of " + gpus(needs.gpus())
                            : gpus(needs.gpus()));
        }
        needs.tags().stream().sorted().forEach(tag -> words.add("the tag " + tag));
        needs.place().node().ifPresent(node -> words.add("the node " + node));
        return String.join(", ", words);
    }

    static String cores(double cores) {
        return number(cores) + (cores == 1 ? " core" : " cores");
    }

    static String memory(long bytes) {
        return number(bytes / GIB) + " GiB";
    }

    static String gpus(int gpus) {
        return gpus + (gpus == 1 ? " GPU" : " GPUs");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
