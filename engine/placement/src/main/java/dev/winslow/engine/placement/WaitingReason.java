package dev.winslow.engine.placement;

import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Requirements;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells in a sentence why a stage has no node yet: of each node, what it lacks or why it takes nothing. */
final class WaitingReason {
    private static final int NODES_NAMED = 6;

    private final Requirements needs;
    private final StageNames names;

    private WaitingReason(Requirements needs, StageNames names) {
        this.needs = needs;
        this.names = names;
    }

    /** @param rooms by name */
    static Reason of(Requirements needs, Collection<Room> rooms) {
        StageNames.Named named = new StageNames.Named();
        String sentence = new WaitingReason(needs, named).sentence(rooms);
        return new Reason(
                sentence, new WaitingReason(needs, new StageNames.Counted()).sentence(rooms), named.projects());
    }

    private String sentence(Collection<Room> rooms) {
        if (rooms.isEmpty()) {
            return "No node is there: start one with ./winslow worker.";
        }
        List<Room> asked =
                rooms.stream().filter(room -> Fit.isNamed(needs, room.node())).toList();
        if (asked.isEmpty()) {
            return "Needs " + Amounts.words(needs) + ", which is not there.";
        }
        List<Room> able =
                asked.stream().filter(room -> room.couldEverFit(needs)).toList();
        return able.isEmpty()
                ? "Needs " + Amounts.words(needs) + ", which no node has: " + standing(asked) + "."
                : "Needs " + Amounts.words(needs) + "; " + standing(able) + ".";
    }

    private String standing(List<Room> rooms) {
        String named = rooms.stream()
                .sorted(Comparator.comparingLong(
                        room -> lacking(needs, room.node().total())))
                .limit(NODES_NAMED)
                .map(room -> room.node().name() + " " + standing(room))
                .collect(Collectors.joining(", "));
        return rooms.size() > NODES_NAMED ? named + " and " + (rooms.size() - NODES_NAMED) + " more" : named;
    }

    private String standing(Room room) {
        return neverFits(needs, room.node().total())
                .orElseGet(() -> switch (room.node().state()) {
                    case OFFLINE -> "is offline";
                    case DRAINING -> "is drained";
                    case ONLINE -> taken(room);
                });
    }

    /** Those that are nearest to what is needed are named first. */
    private static long lacking(Requirements needs, Capabilities total) {
        return needs.tags().isEmpty()
                ? 0
                : needs.tags().stream()
                        .filter(tag -> !total.tags().contains(tag))
                        .count();
    }

    private static Optional<String> neverFits(Requirements needs, Capabilities total) {
        List<String> tags = needs.tags().stream()
                .filter(tag -> !total.tags().contains(tag))
                .sorted()
                .toList();
        if (!tags.isEmpty()) {
            return Optional.of("lacks the tag " + String.join(" and ", tags));
        }
        if (needs.gpus() > GpuRoom.of(total.gpus()).suitable(needs)) {
            return Optional.of(fewGpus(needs, total));
        }
        if (needs.cores() > total.cores()) {
            return Optional.of("has only " + Amounts.cores(total.cores()));
        }
        return needs.memoryBytes() > total.memoryBytes()
                ? Optional.of("has only " + Amounts.memory(total.memoryBytes()))
                : Optional.empty();
    }

    private static String fewGpus(Requirements needs, Capabilities total) {
        if (total.gpus().isEmpty()) {
            return "has no GPU";
        }
        return needs.gpus() > total.gpus().size()
                ? "has only " + Amounts.gpus(total.gpus().size())
                : "has smaller GPUs";
    }

    private String taken(Room room) {
        Optional<Room.Kept> kept =
                room.kept().filter(keeping -> keeping.otherwise().fits(needs));
        if (kept.isPresent()) {
            return "is kept for " + names.of(kept.get().stage()) + ", which waits longer";
        }
        if (room.fits(needs)) {
            return "is left to stages that wait for its GPUs";
        }
        if (!room.isApart(needs)) {
            return "runs " + names.of(room.running()) + ", and the stage keeps apart from one of them";
        }
        return "is busy with " + names.of(room.running()) + " (" + free(room) + " free)";
    }

    /** The first kind of which too little is free. */
    private String free(Room room) {
        int gpus = room.gpus().suitable(needs);
        if (needs.gpus() > gpus) {
            return Amounts.gpus(gpus);
        }
        return needs.cores() > room.cores() ? Amounts.cores(room.cores()) : Amounts.memory(room.memoryBytes());
    }
}
