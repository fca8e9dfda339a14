package dev.winslow.engine.placement;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Requirements;
import java.util.stream.DoubleStream;

/** How well a stage and what is free on a node suit each other. */
record Fit(double affinity, double aversion) {

    static boolean couldEverFit(Requirements needs, Capabilities total) {
        return needs.cores() <= total.cores()
                && needs.memoryBytes() <= total.memoryBytes()
                && needs.gpus() <= total.gpus().size()
                && total.tags().containsAll(needs.tags());
    }

    static boolean fitsNow(Requirements needs, NodeResources node) {
        return node.state() == NodeState.ONLINE
                && needs.cores() <= node.free().cores()
                && needs.memoryBytes() <= node.free().memoryBytes()
                && needs.gpus() <= node.free().gpus()
                && node.total().tags().containsAll(needs.tags());
    }

    /** Affinity is the share of what is free that the stage uses at least; aversion the share of a kind that it would leave idle at most. */
    static Fit of(Requirements needs, NodeResources node) {
        NodeResources.Free free = node.free();
        double affinity = DoubleStream.of(
                        use(needs.cores(), free.cores()),
                        use((double) needs.memoryBytes(), (double) free.memoryBytes()),
                        use(needs.gpus(), free.gpus()))
                .filter(share -> share > 0)
                .min()
                .orElse(0);
        double aversion = DoubleStream.of(
                        waste(needs.cores(), free.cores()),
                        waste((double) needs.memoryBytes(), (double) free.memoryBytes()),
                        waste(needs.gpus(), free.gpus()))
                .max()
                .orElse(0);
        return new Fit(affinity, aversion);
    }

    /** The largest share of a requested kind that is not free; 0 where all is. */
    static double lack(Requirements needs, NodeResources.Free free) {
        return DoubleStream.of(
                        missing(needs.cores(), free.cores()),
                        missing((double) needs.memoryBytes(), (double) free.memoryBytes()),
                        missing(needs.gpus(), free.gpus()))
                .max()
                .orElse(0);
    }

    private static double missing(double requested, double free) {
        return requested > free ? (requested - free) / requested : 0;
    }

    private static double use(double requested, double free) {
        return requested > 0 ? requested / free : 0;
    }

    private static double waste(double requested, double free) {
        return free > 0 ? (free - requested) / free : 0;
    }
}
