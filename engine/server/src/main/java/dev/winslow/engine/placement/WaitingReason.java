package dev.winslow.engine.placement;

import dev.winslow.api.stage.Requirements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells in a sentence why a stage has no node yet. */
final class WaitingReason {
    private static final double GIB = 1024.0 * 1024 * 1024;

    private WaitingReason() {}

    static String of(Requirements needs, Collection<NodeResources> nodes) {
        if (nodes.isEmpty()) {
            return "No node is there: start one with ./winslow worker.";
        }
        List<NodeResources> able = nodes.stream()
                .filter(node -> Fit.couldEverFit(needs, node.total()))
                .toList();
        if (able.isEmpty()) {
            return "Needs " + words(needs) + ", which no node has.";
        }
        return "Needs " + words(needs) + "; "
                + able.stream().map(WaitingReason::standing).collect(Collectors.joining(", ")) + ".";
    }

    private static String standing(NodeResources node) {
        if (node.draining()) {
            return node.name() + " is drained";
        }
        return node.running().isEmpty()
                ? node.name() + " is reserved for a stage that waits longer"
                : node.name() + " is busy with " + String.join(" and ", node.running());
    }

    private static String words(Requirements needs) {
        List<String> words = new ArrayList<>();
        words.add(number(needs.cores()) + (needs.cores() == 1 ? " core" : " cores"));
        words.add(number(needs.memoryBytes() / GIB) + " GiB");
        if (needs.gpus() > 0) {
            words.add(needs.gpus() + (needs.gpus() == 1 ? " GPU" : " GPUs"));
        }
        needs.tags().stream().sorted().forEach(tag -> words.add("the tag " + tag));
        return String.join(", ", words);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
