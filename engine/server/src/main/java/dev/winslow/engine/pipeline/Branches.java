package dev.winslow.engine.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which branches of which forks each element of a pipeline lies, from the outermost to the innermost. Behind the join of a fork its branches
 * are over. A pure function of the flow.
 */
public final class Branches {
    private final Flow flow;
    private final Map<String, List<Branch>> paths = new HashMap<>();

    private Branches(Flow flow) {
        this.flow = flow;
    }

    /** One way out of a fork, named by the element that it begins with. */
    public record Branch(String fork, String first) {}

    public static Branches of(Flow flow) {
        Branches branches = new Branches(flow);
        Map<String, Integer> rank = new HashMap<>();
        flow.order().forEach(element -> rank.put(element, rank.size()));
        flow.order().forEach(element -> branches.paths.put(element, branches.path(element, rank)));
        return branches;
    }

    public List<Branch> at(String element) {
        return paths.getOrDefault(element, List.of());
    }

    /** Whether the element lies in these branches, or deeper. */
    public boolean within(String element, List<Branch> branches) {
        List<Branch> path = at(element);
        return path.size() >= branches.size()
                && path.subList(0, branches.size()).equals(branches);
    }

    /** What all ways into the element, but for those that come back to it, have in common. */
    private List<Branch> path(String element, Map<String, Integer> rank) {
        return flow.before().getOrDefault(element, List.of()).stream()
                .filter(previous -> rank.getOrDefault(previous, Integer.MAX_VALUE) < rank.getOrDefault(element, 0))
                .map(previous -> behind(previous, element))
                .reduce(Branches::common)
                .orElse(List.of());
    }

    private List<Branch> behind(String previous, String element) {
        List<Branch> path = new ArrayList<>(at(previous));
        if (flow.forks().containsKey(previous)) {
            path.add(new Branch(previous, element));
        }
        return path;
    }

    private static List<Branch> common(List<Branch> one, List<Branch> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return one.subList(0, length);
    }
}
