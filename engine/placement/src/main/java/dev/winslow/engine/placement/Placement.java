package dev.winslow.engine.placement;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Requirements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Decides which queued stage goes to which node. A pure function: no database, no clock. Stages are served by priority, then by fair share between
 * users and their projects, then by age; each goes to the node that it leaves least idle. Of each project, the first stage that has waited long and
 * fits nowhere reserves a node ahead of others of its priority, so that small stages do not starve it.
 */
public final class Placement {
    private static final double AVERSION_STEP = 0.05;

    private final List<Room> rooms;
    private final Shares shares;
    private final Duration reserveAfter;
    /** Within a round nothing becomes free: what had no room once has none later. */
    private final Map<Requirements, String> unplaceable = new HashMap<>();

    private Placement(List<NodeResources> nodes, Duration reserveAfter) {
        this.rooms = nodes.stream().map(Room::new).toList();
        this.shares = new Shares(nodes);
        this.reserveAfter = reserveAfter;
    }

    /**
     * One decision for each request.
     *
     * @param reserveAfter how long a stage waits before it may reserve a node
     */
    public static List<Decision> decide(
            List<PlacementRequest> requests, List<NodeResources> nodes, Duration reserveAfter) {
        return new Placement(nodes, reserveAfter).decide(requests);
    }

    private List<Decision> decide(List<PlacementRequest> requests) {
        List<Decision> decisions = new ArrayList<>(requests.size());
        Map<Integer, List<PlacementRequest>> byPriority = new TreeMap<>(Comparator.reverseOrder());
        requests.forEach(request -> byPriority
                .computeIfAbsent(request.priority(), priority -> new ArrayList<>())
                .add(request));
        Set<String> reserving = reserving(byPriority);
        for (List<PlacementRequest> equals : byPriority.values()) {
            serve(equals.stream().filter(request -> reserving.contains(request.jobId())), true, decisions);
            serve(equals.stream().filter(request -> !reserving.contains(request.jobId())), false, decisions);
        }
        return decisions;
    }

    private void serve(Stream<PlacementRequest> requests, boolean reserving, List<Decision> decisions) {
        Turns turns = new Turns(requests.toList(), shares);
        for (Optional<PlacementRequest> next = turns.next(); next.isPresent(); next = turns.next()) {
            decisions.add(place(next.get(), reserving));
        }
    }

    /** Jobs that keep a node: one of each project, or one project's many stages could lock out all others. */
    private Set<String> reserving(Map<Integer, List<PlacementRequest>> byPriority) {
        Map<Requirements, Boolean> keepable = new HashMap<>();
        Set<UUID> projects = new HashSet<>();
        Set<String> jobs = new HashSet<>();
        byPriority.values().stream()
                .flatMap(equals -> equals.stream()
                        .sorted(Comparator.comparing(PlacementRequest::waited)
                                .reversed()
                                .thenComparing(PlacementRequest::jobId)))
                .filter(request -> request.waited().compareTo(reserveAfter) >= 0)
                .filter(request -> keepable.computeIfAbsent(request.needs(), this::waitsForRoom))
                .filter(request -> projects.add(request.claimant().projectId()))
                .forEach(request -> jobs.add(request.jobId()));
        return jobs;
    }

    /** Whether there is no room for it now, but could be. */
    private boolean waitsForRoom(Requirements needs) {
        return rooms.stream().noneMatch(room -> room.fits(needs))
                && rooms.stream().anyMatch(room -> couldBeKept(needs, room));
    }

    private static boolean couldBeKept(Requirements needs, Room room) {
        return room.node().state() == NodeState.ONLINE && Fit.couldEverFit(needs, room.node());
    }

    private Decision place(PlacementRequest request, boolean reserving) {
        if (!unplaceable.containsKey(request.needs())) {
            Optional<Room> best = best(request);
            if (best.isPresent()) {
                best.get().place(request.stageName(), request.needs());
                shares.add(request.claimant(), request.needs());
                return new Decision.Placed(request.jobId(), best.get().node().id());
            }
            unplaceable.put(request.needs(), WaitingReason.of(request.needs(), rooms));
        }
        if (reserving) {
            reserve(request);
        }
        return new Decision.Waiting(request.jobId(), unplaceable.getOrDefault(request.needs(), ""));
    }

    private Optional<Room> best(PlacementRequest request) {
        return rooms.stream()
                .filter(room -> room.fits(request.needs()))
                .map(room -> Candidate.of(request, room))
                .min(Candidate.PREFERENCE)
                .map(Candidate::room);
    }

    /** Keeps what is free on the node that lacks the least of what the stage needs. */
    private void reserve(PlacementRequest request) {
        rooms.stream()
                .filter(room -> couldBeKept(request.needs(), room))
                .min(Comparator.<Room>comparingDouble(room -> Fit.lack(request.needs(), room))
                        .thenComparing(room -> room.node().name()))
                .ifPresent(room -> room.keepFor(request.stageName(), request.needs()));
    }

    /** A node with room for a stage, and what speaks for it. */
    private record Candidate(Room room, int wishesMet, long idle, long bytes, double affinity) {
        static final Comparator<Candidate> PREFERENCE = Comparator.comparingInt(Candidate::wishesMet)
                .reversed()
                .thenComparingLong(Candidate::idle)
                .thenComparing(Comparator.comparingLong(Candidate::bytes).reversed())
                .thenComparing(Comparator.comparingDouble(Candidate::affinity).reversed())
                .thenComparingInt(candidate -> candidate.room().running().size())
                .thenComparing(candidate -> candidate.room().node().name());

        static Candidate of(PlacementRequest request, Room room) {
            Fit fit = Fit.of(request.needs(), room);
            return new Candidate(
                    room,
                    Fit.wishesMet(request.needs(), room.node()),
                    Math.round(fit.aversion() / AVERSION_STEP),
                    request.bytesByNode().getOrDefault(room.node().id(), 0L),
                    fit.affinity());
        }
    }
}
