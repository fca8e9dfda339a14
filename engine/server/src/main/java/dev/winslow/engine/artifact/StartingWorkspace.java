package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.Area;
import dev.winslow.engine.pipeline.Flow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the workspace that a step starts from: what the steps directly before it left. Where branches join, the files of all of them together;
 * where the flow could have come several ways, those of the way that it came last; what a person chose, until the flow comes there anew. A pure function of the flow and of what was left.
 */
public final class StartingWorkspace {
    /** Over a gateway, and what joins before it. */
    private static final int HOPS = 3;

    private final Flow flow;
    private final Map<String, Snapshot> snapshots;

    private StartingWorkspace(Flow flow, Map<String, Snapshot> snapshots) {
        this.flow = flow;
        this.snapshots = snapshots;
    }

    /** Snapshots by step; the newest of each. */
    public static List<Artifact> of(String stepId, Flow flow, Map<String, Snapshot> snapshots) {
        StartingWorkspace workspace = new StartingWorkspace(flow, snapshots);
        List<Snapshot> sources = workspace.chosenOr(stepId, workspace.before(stepId, new HashSet<>(Set.of(stepId))));
        return Snapshots.newestPerPath(sources.stream()
                .flatMap(snapshot -> snapshot.files().stream())
                .filter(file -> file.area() == Area.WORKSPACE)
                .toList());
    }

    /**
     * The steps whose snapshots most likely decide what this one starts from: the elements a few flows before it, and what a person chose there. Whether
     * they do, {@link #isDecided} tells.
     */
    static Set<String> near(String stepId, Flow flow) {
        Set<String> near = new LinkedHashSet<>(Set.of(stepId));
        for (int hop = 0; hop < HOPS; hop++) {
            List.copyOf(near).forEach(element -> near.addAll(flow.before().getOrDefault(element, List.of())));
        }
        return near.stream()
                .flatMap(element -> Stream.of(element, Snapshots.entryOf(element)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the snapshots of the elements near the step are all that count, of which these have some. */
    static boolean isDecided(String stepId, Flow flow, Set<String> found) {
        return isDecided(stepId, flow, found, near(stepId, flow), new HashSet<>(Set.of(stepId)));
    }

    private static boolean isDecided(
            String element, Flow flow, Set<String> found, Set<String> near, Set<String> visited) {
        return flow.before().getOrDefault(element, List.of()).stream()
                .allMatch(previous -> near.contains(previous)
                        && (found.contains(previous)
                                || !visited.add(previous)
                                || isDecided(previous, flow, found, near, visited)));
    }

    /** Whether something before the step has left files since the snapshot with this number, so that the run came to it anew. */
    static boolean cameAnew(String stepId, Flow flow, Map<String, Snapshot> snapshots, long sequence) {
        return latest(new StartingWorkspace(flow, snapshots).before(stepId, new HashSet<>(Set.of(stepId)))) > sequence;
    }

    /** What the step has left since it could last begin: of a stage that runs for each item of a list, the items that are done. */
    static List<Artifact> leftInThisRound(String stepId, Flow flow, Map<String, Snapshot> snapshots) {
        StartingWorkspace workspace = new StartingWorkspace(flow, snapshots);
        List<Snapshot> sources = workspace.chosenOr(stepId, workspace.before(stepId, new HashSet<>(Set.of(stepId))));
        return Optional.ofNullable(snapshots.get(stepId))
                .filter(left -> left.sequence() > latest(sources))
                .map(Snapshot::files)
                .orElse(List.of());
    }

    private List<Snapshot> before(String element, Set<String> visited) {
        List<List<Snapshot>> ways = new ArrayList<>();
        for (String previous : flow.before().getOrDefault(element, List.of())) {
            if (snapshots.containsKey(previous)) {
                ways.add(List.of(snapshots.get(previous)));
            } else if (visited.add(previous)) {
                ways.add(chosenOr(previous, before(previous, visited)));
            }
        }
        if (flow.joins().contains(element)) {
            return ways.stream().flatMap(List::stream).toList();
        }
        return ways.stream()
                .filter(way -> !way.isEmpty())
                .max(Comparator.comparingLong(StartingWorkspace::latest))
                .orElse(List.of());
    }

    /** What a person chose to begin with there, if nothing came there since. */
    private List<Snapshot> chosenOr(String element, List<Snapshot> flown) {
        return Optional.ofNullable(snapshots.get(Snapshots.entryOf(element)))
                .filter(chosen -> chosen.sequence() > latest(flown))
                .map(List::of)
                .orElse(flown);
    }

    private static long latest(List<Snapshot> way) {
        return way.stream().mapToLong(Snapshot::sequence).max().orElse(-1);
    }
}
