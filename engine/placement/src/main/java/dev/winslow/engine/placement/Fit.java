package dev.winslow.engine.placement;

import dev.winslow.api.stage.Requirements;
import java.util.stream.DoubleStream;

/** How well a stage and what is free on a node suit each other. */
record Fit(double affinity, double aversion) {

    /** Whether it is the node that the stage asks for, by its tags or by name. */
    static boolean isAllowed(Requirements needs, NodeResources node) {
        return node.total().tags().containsAll(needs.tags()) && isNamed(needs, node);
    }

    static boolean isNamed(Requirements needs, NodeResources node) {
        return needs.place().node().map(node.name()::equals).orElse(true);
    }

    /** How many of the tags that the stage wishes for the node carries. */
    static int wishesMet(Requirements needs, NodeResources node) {
        if (needs.place().wishes().isEmpty()) {
            return 0;
        }
        return Math.toIntExact(needs.place().wishes().stream()
                .filter(node.total().tags()::contains)
                .count());
    }

    /** Affinity is the share of what is free that the stage uses at least; aversion the share of a kind that it would leave idle at most. */
    static Fit of(Requirements needs, Room room) {
        double gpus = room.gpus().requested(needs);
        double freeGpus = room.gpus().free(needs);
        double affinity = least(
                use(needs.cores(), room.cores()),
                least(use((double) needs.memoryBytes(), (double) room.memoryBytes()), use(gpus, freeGpus)));
        double aversion = Math.max(
                waste(needs.cores(), room.cores()),
                Math.max(waste((double) needs.memoryBytes(), (double) room.memoryBytes()), waste(gpus, freeGpus)));
        return new Fit(affinity, aversion);
    }

    /** Of shares of what is requested; 0 stands for what is not. */
    private static double least(double one, double other) {
        return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
    }

    /** The largest share of a requested kind that is not free; 0 where all is. */
    static double lack(Requirements needs, Room room) {
        return DoubleStream.of(
                        missing(needs.cores(), room.cores()),
                        missing((double) needs.memoryBytes(), (double) room.memoryBytes()),
                        missing(needs.gpus(), room.gpus().suitable(needs)),
                        room.isApart(needs) ? 0 : 1)
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
