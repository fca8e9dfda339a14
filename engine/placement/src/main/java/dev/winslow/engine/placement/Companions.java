package dev.winslow.engine.placement;

import dev.winslow.api.stage.Requirements;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Which part of a node with GPUs is left to the stages that wait for GPUs: cores and memory without which its GPUs would stand idle. Stages that need no GPU and can run
 * elsewhere take no more than the rest, as long as such stages wait. Stages that share a GPU do not count: for as many as fit on a GPU, little else would often be left of a
 * node.
 */
final class Companions {
    private final Collection<Room> rooms;
    private final Set<Requirements> waiting;
    private final Map<Room, Optional<Companion>> ofRooms = new HashMap<>();
    private final Map<Requirements, Boolean> elsewhere = new HashMap<>();

    /** What a GPU needs beside it, at least. */
    private record Companion(double cores, double memoryBytes) {}

    Companions(List<PlacementRequest> requests, Collection<Room> rooms) {
        this.rooms = rooms;
        this.waiting = requests.stream()
                .map(PlacementRequest::needs)
                .filter(needs -> needs.gpus() > 0 && !needs.place().sharesGpus())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether GPUs of the node can be put to use beside the stage. */
    boolean leaves(Room room, Requirements needs) {
        return room.holdsBeside(needs, cores(room), memoryBytes(room)) || isFree(room, needs);
    }

    /** Whether nothing of the node is left to others than the stage. */
    boolean isFree(Room room, Requirements needs) {
        return needs.gpus() > 0 || waiting.isEmpty() || of(room).isEmpty() || !canRunElsewhere(needs);
    }

    private boolean canRunElsewhere(Requirements needs) {
        return elsewhere.computeIfAbsent(
                needs,
                any -> rooms.stream()
                        .anyMatch(room -> room.node().total().gpus().isEmpty() && room.isOpenTo(needs)));
    }

    private double cores(Room room) {
        return of(room).map(Companion::cores).orElse(0.0) * gpus(room);
    }

    private double memoryBytes(Room room) {
        return of(room).map(Companion::memoryBytes).orElse(0.0) * gpus(room);
    }

    private static int gpus(Room room) {
        return room.node().total().gpus().size();
    }

    private Optional<Companion> of(Room room) {
        return gpus(room) == 0 ? Optional.empty() : ofRooms.computeIfAbsent(room, this::find);
    }

    private Optional<Companion> find(Room room) {
        List<Requirements> able = waiting.stream().filter(room::isOpenTo).toList();
        return able.isEmpty()
                ? Optional.empty()
                : Optional.of(new Companion(
                        least(able, Requirements::cores), least(able, needs -> (double) needs.memoryBytes())));
    }

    private static double least(List<Requirements> able, ToDoubleFunction<Requirements> amount) {
        return able.stream()
                .mapToDouble(needs -> amount.applyAsDouble(needs) / needs.gpus())
                .min()
                .orElse(0);
    }
}
