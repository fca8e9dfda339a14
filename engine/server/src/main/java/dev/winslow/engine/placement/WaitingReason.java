package dev.winslow.engine.placement;

import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Requirements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells in a sentence why a stage has no node yet: of each node, what it lacks or why it takes nothing. */
final class WaitingReason {
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final int NODES_NAMED = 6;

    private WaitingReason() {}

    static String of(Requirements needs, Collection<NodeResources> nodes) {
        if (nodes.isEmpty()) {
            return "No node is there: start one with ./winslow worker.";
        }
        List<NodeResources> able = nodes.stream()
                .filter(node -> Fit.couldEverFit(needs, node.total()))
                .toList();
        return able.isEmpty()
                ? "Needs " + words(needs) + ", which no node has: " + standing(needs, nodes) + "."
                : "Needs " + words(needs) + "; " + standing(needs, able) + ".";
    }

    private static String standing(Requirements needs, Collection<NodeResources> nodes) {
        String named = nodes.stream()
                .sorted(Comparator.comparing(NodeResources::name))
                .limit(NODES_NAMED)
                .map(node -> node.name() + " " + standing(needs, node))
                .collect(Collectors.joining(", "));
        return nodes.size() > NODES_NAMED ? named + " and " + (nodes.size() - NODES_NAMED) + " more" : named;
    }

    private static String standing(Requirements needs, NodeResources node) {
        return neverFits(needs, node.total()).orElseGet(() -> switch (node.state()) {
            case OFFLINE -> "is offline";
            case DRAINING -> "is drained";
            case ONLINE -> taken(needs, node);
        });
    }

    private static Optional<String> neverFits(Requirements needs, Capabilities total) {
        List<String> tags = needs.tags().stream()
                .filter(tag -> !total.tags().contains(tag))
                .sorted()
                .toList();
        if (!tags.isEmpty()) {
            return Optional.of("lacks the tag " + String.join(" and ", tags));
        }
        if (needs.gpus() > total.gpus().size()) {
            return Optional.of(
                    total.gpus().isEmpty()
                            ? "has no GPU"
                            : "has only " + gpus(total.gpus().size()));
        }
        if (needs.cores() > total.cores()) {
            return Optional.of("has only " + cores(total.cores()));
        }
        return needs.memoryBytes() > total.memoryBytes()
                ? Optional.of("has only " + memory(total.memoryBytes()))
                : Optional.empty();
    }

    private static String taken(Requirements needs, NodeResources node) {
        if (node.running().isEmpty()) {
            return "is kept for a stage that waits longer";
        }
        return "is busy with " + String.join(" and ", node.running()) + " (" + free(needs, node.free()) + " free)";
    }

    /** The first kind of which too little is free. */
    private static String free(Requirements needs, NodeResources.Free free) {
        if (needs.gpus() > free.gpus()) {
            return gpus(free.gpus());
        }
        return needs.cores() > free.cores() ? cores(free.cores()) : memory(free.memoryBytes());
    }

    private static String words(Requirements needs) {
        List<String> words = new ArrayList<>();
        words.add(cores(needs.cores()));
        words.add(memory(needs.memoryBytes()));
        if (needs.gpus() > 0) {
            words.add(gpus(needs.gpus()));
        }
        needs.tags().stream().sorted().forEach(tag -> words.add("the tag " + tag));
        return String.join(", ", words);
    }

    private static String cores(double cores) {
        return number(cores) + (cores == 1 ? " core" : " cores");
    }

    private static String memory(long bytes) {
        return number(bytes / GIB) + " GiB";
    }

    private static String gpus(int gpus) {
        return gpus + (gpus == 1 ? " GPU" : " GPUs");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
