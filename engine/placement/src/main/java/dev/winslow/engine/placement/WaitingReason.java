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
    private static final int STAGES_NAMED = 3;

    private WaitingReason() {}

    /** @param rooms by name */
    static String of(Requirements needs, Collection<Room> rooms) {
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
                ? "Needs " + Amounts.words(needs) + ", which no node has: " + standing(needs, asked) + "."
                : "Needs " + Amounts.words(needs) + "; " + standing(needs, able) + ".";
    }

    private static String standing(Requirements needs, List<Room> rooms) {
        String named = rooms.stream()
                .sorted(Comparator.comparingLong(
                        room -> lacking(needs, room.node().total())))
                .limit(NODES_NAMED)
                .map(room -> room.node().name() + " " + standing(needs, room))
                .collect(Collectors.joining(", "));
        return rooms.size() > NODES_NAMED ? named + " and " + (rooms.size() - NODES_NAMED) + " more" : named;
    }

    private static String standing(Requirements needs, Room room) {
        return neverFits(needs, room.node().total())
                .orElseGet(() -> switch (room.node().state()) {
                    case OFFLINE -> "is offline";
                    case DRAINING -> "is drained";
                    case ONLINE -> taken(needs, room);
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

    private static String taken(Requirements needs, Room room) {
        Optional<Room.Kept> kept =
                room.kept().filter(keeping -> keeping.otherwise().fits(needs));
        if (kept.isPresent()) {
            return "is kept for " + kept.get().stage() + ", which waits longer";
        }
        if (!room.isApart(needs)) {
            return "runs " + stages(names(room)) + ", and the stage keeps apart from one of them";
        }
        return "is busy with " + stages(names(room)) + " (" + free(needs, room) + " free)";
    }

    private static List<String> names(Room room) {
        return room.running().stream().map(RunningStage::name).toList();
    }

    private static String stages(List<String> names) {
        return names.size() <= STAGES_NAMED
                ? String.join(" and ", names)
                : String.join(", ", names.subList(0, STAGES_NAMED)) + " and " + (names.size() - STAGES_NAMED) + " more";
    }

    /** The first kind of which too little is free. */
    private static String free(Requirements needs, Room room) {
        int gpus = room.gpus().suitable(needs);
        if (needs.gpus() > gpus) {
            return Amounts.gpus(gpus);
        }
        return needs.cores() > room.cores() ? Amounts.cores(room.cores()) : Amounts.memory(room.memoryBytes());
    }
}
