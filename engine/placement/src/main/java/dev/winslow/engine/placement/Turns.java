package dev.winslow.engine.placement;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says whose turn it is among stages of one priority: that of the user who has least, of his projects the one that has least, of its stages the
 * oldest. What was placed counts at once.
 */
final class Turns {
    static final Comparator<PlacementRequest> BY_AGE =
            Comparator.comparing(PlacementRequest::waited).reversed().thenComparing(PlacementRequest::jobId);

    private final Shares shares;
    private final PriorityQueue<User> users;
    private @Nullable User served;

    Turns(List<PlacementRequest> requests, Shares shares) {
        this.shares = shares;
        this.users = new PriorityQueue<>(Comparator.comparingLong((User user) -> shares.of(user.name))
                .thenComparing(user -> user.projects.element(), this::compare));
        by(request -> request.claimant().user(), requests)
                .forEach((name, requestsOfUser) -> users.add(user(name, requestsOfUser)));
    }

    private User user(String name, List<PlacementRequest> requests) {
        PriorityQueue<Deque<PlacementRequest>> projects = new PriorityQueue<>(this::compare);
        by(request -> request.claimant().projectId(), requests)
                .forEach((project, ofProject) -> projects.add(
                        new ArrayDeque<>(ofProject.stream().sorted(BY_AGE).toList())));
        return new User(name, projects);
    }

    private static <K extends Comparable<K>> Map<K, List<PlacementRequest>> by(
            Function<PlacementRequest, K> key, List<PlacementRequest> requests) {
        return requests.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private int compare(Deque<PlacementRequest> one, Deque<PlacementRequest> other) {
        return Comparator.comparingLong((PlacementRequest request) ->
                        shares.of(request.claimant().projectId()))
                .thenComparing(BY_AGE)
                .compare(one.element(), other.element());
    }

    /** Whoever was served last is put back only now, with the share that it has by now. */
    Optional<PlacementRequest> next() {
        if (served != null) {
            served.putBack();
            if (!served.projects.isEmpty()) {
                users.add(served);
            }
        }
        served = users.poll();
        return Optional.ofNullable(served).map(User::next);
    }

    /** A user's projects, each with its stages by age. */
    private static final class User {
        private final String name;
        private final PriorityQueue<Deque<PlacementRequest>> projects;
        private Deque<PlacementRequest> taken = new ArrayDeque<>();

        User(String name, PriorityQueue<Deque<PlacementRequest>> projects) {
            this.name = name;
            this.projects = projects;
        }

        PlacementRequest next() {
            taken = projects.remove();
            return taken.remove();
        }

        void putBack() {
            if (!taken.isEmpty()) {
                projects.add(taken);
            }
        }
    }
}
