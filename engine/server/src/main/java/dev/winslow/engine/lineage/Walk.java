package dev.winslow.engine.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Goes from a file through attempts to further files, generation by generation, each file and attempt once. */
final class Walk {
    private final Set<UUID> files = new LinkedHashSet<>();
    private final Set<UUID> attempts = new LinkedHashSet<>();
    private final List<Edge> copies = new ArrayList<>();
    private final int most;

    private Walk(int most) {
        this.most = most;
    }

    /** One direction of a lineage: which attempts lie next to files, which files next to attempts, and which files are the same as others. */
    interface Direction {
        List<Edge> attempts(Collection<UUID> files);

        List<Edge> files(Collection<UUID> attempts);

        List<Edge> same(Collection<UUID> files);

        UUID next(Edge edge);
    }

    /** @param most at so many files the walk ends */
    static Walk from(UUID file, Direction direction, int most) {
        Walk walk = new Walk(most);
        Set<UUID> generation = Set.of(file);
        while (!generation.isEmpty() && walk.isComplete()) {
            generation = walk.step(generation, direction);
        }
        walk.files.remove(file);
        return walk;
    }

    private Set<UUID> step(Set<UUID> generation, Direction direction) {
        files.addAll(generation);
        Set<UUID> fresh = new LinkedHashSet<>(nexts(direction.attempts(generation), direction::next));
        fresh.removeAll(attempts);
        attempts.addAll(fresh);
        List<Edge> same = direction.same(generation);
        copies.addAll(same);
        Set<UUID> found = new LinkedHashSet<>(nexts(direction.files(fresh), direction::next));
        found.addAll(nexts(same, direction::next));
        found.removeAll(files);
        return found;
    }

    private static List<UUID> nexts(List<Edge> edges, Function<Edge, UUID> next) {
        return edges.stream().map(next).toList();
    }

    boolean isComplete() {
        return files.size() <= most;
    }

    Set<UUID> files() {
        return files;
    }

    Set<UUID> attempts() {
        return attempts;
    }

    List<Edge> copies() {
        return copies;
    }
}
