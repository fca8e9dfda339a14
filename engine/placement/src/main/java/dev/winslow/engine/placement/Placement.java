package dev.winslow.engine.placement;

import dev.winslow.api.stage.Requirements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which queued stage goes to which node. A pure function: no database, no clock. Stages are served by priority, then by fair share between
 * users and their projects, then by age; each goes to the node that it leaves least idle. Of each project, the first stage that has waited long goes
 * ahead of others of its priority, and keeps a node where there is no room for it, so that small stages do not starve it; what is kept is given to those
 * only that are expected to be over before it is needed.
 */
public final class Placement {
    private static final double AVERSION_STEP = 0.05;

    private final List<Room> rooms;
    private final Set<Room> kept = new LinkedHashSet<>();
    private final Shares shares;
    private final Companions companions;
    private final Urgency urgency;
    private final Duration reserveAfter;
    /** Within a round nothing becomes free: what had no room once has none later. */
    private final Map<Requirements, Reason> unplaceable = new HashMap<>();

    private Placement(List<PlacementRequest> requests, List<NodeResources> nodes, Duration reserveAfter) {
        // By name, which the reasons are told by.
        this.rooms = nodes.stream()
                .sorted(Comparator.comparing(NodeResources::name))
                .map(Room::new)
                .toList();
        this.shares = new Shares(nodes);
        this.companions = new Companions(requests, rooms);
        this.urgency = new Urgency(requests, rooms);
        this.reserveAfter = reserveAfter;
    }

    /**
     * One decision for each request.
     *
     * @param reserveAfter how long a stage waits before it may reserve a node
     */
    public static List<Decision> decide(
            List<PlacementRequest> requests, List<NodeResources> nodes, Duration reserveAfter) {
        return new Placement(requests, nodes, reserveAfter).decide(requests);
    }

    private List<Decision> decide(List<PlacementRequest> requests) {
        List<Decision> decisions = new ArrayList<>(requests.size());
        Map<Integer, List<PlacementRequest>> byPriority = new TreeMap<>(Comparator.reverseOrder());
        requests.forEach(request -> byPriority
                .computeIfAbsent(request.priority(), priority -> new ArrayList<>())
                .add(request));
        Set<String> starving = starving(requests, byPriority);
        for (List<PlacementRequest> equals : byPriority.values()) {
            equals.stream()
                    .filter(request -> starving.contains(request.jobId()))
                    .sorted(urgency.order())
                    .forEach(request -> decisions.add(place(request, true)));
            serve(equals.stream().filter(request -> !starving.contains(request.jobId())), decisions);
        }
        return decisions;
    }

    private void serve(Stream<PlacementRequest> requests, List<Decision> decisions) {
        Turns turns = new Turns(requests.toList(), shares);
        for (Optional<PlacementRequest> next = turns.next(); next.isPresent(); next = turns.next()) {
            decisions.add(place(next.get(), false));
        }
    }

    /**
     * Jobs that go first, in the order in which they came, and keep a node where there is no room for them yet: one of each project, or one project's
     * many stages could lock out all others, and only of users who have no more than an equal part, or of which all others would be over before it. That
     * order stands until they start, so that a node is not emptied for one and then given to another.
     */
    private Set<String> starving(List<PlacementRequest> requests, Map<Integer, List<PlacementRequest>> byPriority) {
        Set<String> users = new HashSet<>(shares.users());
        requests.forEach(request -> users.add(request.claimant().user()));
        Map<Requirements, Boolean> keepable = new HashMap<>();
        Map<UUID, PlacementRequest> first = new HashMap<>();
        for (List<PlacementRequest> equals : byPriority.values()) {
            Map<UUID, PlacementRequest> ofThese = new HashMap<>();
            equals.stream()
                    .filter(request -> !first.containsKey(request.claimant().projectId()))
                    .filter(request -> urgency.isUrgent(request) || mayGoFirst(request, users.size()))
                    .filter(request -> keepable.computeIfAbsent(request.needs(), this::couldBeKept))
                    .forEach(request -> ofThese.merge(
                            request.claimant().projectId(), request, BinaryOperator.minBy(urgency.order())));
            first.putAll(ofThese);
        }
        return first.values().stream().map(PlacementRequest::jobId).collect(Collectors.toSet());
    }

    private boolean mayGoFirst(PlacementRequest request, int users) {
        return request.waited().compareTo(reserveAfter) >= 0
                && shares.isAtMostEqual(request.claimant().user(), users);
    }

    private boolean couldBeKept(Requirements needs) {
        return rooms.stream().anyMatch(room -> couldBeKept(needs, room));
    }

    private boolean couldBeKept(Requirements needs, Room room) {
        return room.isOpenTo(needs) && companions.isFree(room, needs);
    }

    private Decision place(PlacementRequest request, boolean reserving) {
        Optional<Room> room = unplaceable.containsKey(request.needs())
                ? Optional.empty()
                : best(request, rooms, candidate -> isRoom(candidate, request));
        Optional<Room> chosen = room.isPresent() || reserving ? room : meanwhile(request);
        if (chosen.isPresent()) {
            chosen.get().place(request);
            shares.add(request.claimant(), request.needs());
            return new Decision.Placed(request.jobId(), chosen.get().node().id());
        }
        Reason reason = unplaceable.computeIfAbsent(request.needs(), needs -> WaitingReason.of(needs, rooms));
        if (reserving) {
            reserve(request);
        }
        return new Decision.Waiting(request.jobId(), reason);
    }

    private boolean isRoom(Room room, PlacementRequest request) {
        return room.fits(request.needs()) && companions.leaves(room, request.needs());
    }

    /** Where room is kept for a stage that cannot start before this one would be over. */
    private Optional<Room> meanwhile(PlacementRequest request) {
        return best(request, kept, room -> room.fitsBefore(request) && companions.leaves(room, request.needs()));
    }

    private static Optional<Room> best(PlacementRequest request, Collection<Room> rooms, Predicate<Room> roomy) {
        return rooms.stream()
                .filter(roomy)
                .map(room -> Candidate.of(request, room))
                .min(Candidate.PREFERENCE)
                .map(Candidate::room);
    }

    /** Keeps what is free on the node that is expected to cost the least, or else on the one that lacks the least of what the stage needs. */
    private void reserve(PlacementRequest request) {
        rooms.stream()
                .filter(room -> couldBeKept(request.needs(), room))
                .map(room -> Prospect.of(request.needs(), room))
                .min(Prospect.PREFERENCE)
                .ifPresent(prospect -> keep(prospect, request));
    }

    private void keep(Prospect prospect, PlacementRequest request) {
        kept.add(prospect.room());
        prospect.room().keepFor(request, prospect.opening().map(Opening::after).orElse(Duration.ZERO));
    }

    /** A node that could be kept, and when it is expected to be free enough. */
    private record Prospect(Room room, Optional<Opening> opening, double lack) {
        static final Comparator<Prospect> PREFERENCE = Comparator.<Prospect, Double>comparing(
                        prospect -> prospect.opening().map(Opening::cost).orElse(Double.MAX_VALUE))
                .thenComparingDouble(Prospect::lack)
                .thenComparing(prospect -> prospect.room().node().name());

        static Prospect of(Requirements needs, Room room) {
            return new Prospect(room, Opening.of(needs, room), Fit.lack(needs, room));
        }
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
