package dev.winslow.engine.placement;

import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Requirements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a node is expected to have room for a stage, if it is given nothing else until then.
 *
 * @param idle how long how large a part of the node stands idle until then, in seconds of the whole node
 */
record Opening(Duration after, double idle) {
    /** Absent where it depends on stages of which nobody knows how long they take. */
    static Optional<Opening> of(Requirements needs, Room room) {
        List<RunningStage> ending = room.running().stream()
                .filter(stage -> stage.left().isPresent())
                .sorted(Comparator.comparing(stage -> stage.left().orElseThrow()))
                .toList();
        List<RunningStage> ended = new ArrayList<>();
        for (RunningStage stage : ending) {
            ended.add(stage);
            if (room.without(ended).fits(needs)) {
                Duration after = stage.left().orElseThrow();
                return Optional.of(
                        new Opening(after, idle(ended, after, room.node().total())));
            }
        }
        return Optional.empty();
    }

    /** In seconds: a second of waiting weighs as much as one of a whole node that stands idle. */
    double cost() {
        return after.toMillis() / 1000.0 + idle;
    }

    private static double idle(List<RunningStage> ended, Duration after, Capabilities total) {
        return ended.stream()
                .mapToDouble(stage -> part(stage.needs(), total)
                        * after.minus(stage.left().orElseThrow()).toMillis()
                        / 1000)
                .sum();
    }

    private static double part(Requirements needs, Capabilities total) {
        return Math.max(
                needs.cores() / total.cores(),
                total.gpus().isEmpty()
                        ? 0
                        : (double) needs.gpus() / total.gpus().size());
    }
}
