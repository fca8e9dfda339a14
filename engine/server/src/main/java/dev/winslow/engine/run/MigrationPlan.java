package dev.winslow.engine.run;

import dev.winslow.engine.pipeline.Branches;
import dev.winslow.engine.pipeline.Branches.Branch;
import dev.winslow.engine.pipeline.Flow;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a run that stands at some elements of one version of a pipeline can go on with another: only where the other has the same elements, of the
 * same kind, in the same branches. A pure function.
 */
final class MigrationPlan {
    private final PipelineSpec from;
    private final PipelineSpec to;

    private MigrationPlan(PipelineSpec from, PipelineSpec to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Why it cannot, and what works instead; nothing where it can.
     *
     * @param elements where the run stands, the joins included at which branches wait
     * @param running those of them at which a node is at work
     */
    static Optional<String> hindrance(
            PipelineSpec from, PipelineSpec to, Collection<String> elements, Set<String> running) {
        MigrationPlan plan = new MigrationPlan(from, to);
        return Stream.concat(
                        running.stream().sorted().map(plan::busy),
                        elements.stream().sorted().distinct().flatMap(element -> plan.at(element).stream()))
                .findFirst();
    }

    /** New steps that lie before everything that the run still has to do, so that it passes them by. */
    static List<String> passedBy(PipelineSpec from, PipelineSpec to, Collection<String> elements) {
        int first = elements.stream().mapToInt(to.flow().order()::indexOf).min().orElse(0);
        return to.stepOrder().stream()
                .filter(step -> !from.stepOrder().contains(step))
                .filter(step -> to.flow().order().indexOf(step) < first)
                .map(to::nameOf)
                .toList();
    }

    private String busy(String element) {
        return "A node is at work on \"%s\", and its result would be lost. ".formatted(from.nameOf(element))
                + "Let the run pause after it, or abort it, and migrate then.";
    }

    private Optional<String> at(String element) {
        if (from.stage(element).flatMap(StageSpec::each).isPresent()) {
            return Optional.of("\"%s\" runs for each item of a list, and which of them are done would be lost. "
                            .formatted(from.nameOf(element))
                    + "Let the run pause after it, and migrate then.");
        }
        if (!kind(from, element).equals(kind(to, element))) {
            return Optional.of(
                    "The run stands at \"%s\", which the other version does not have, or has as something else. "
                                    .formatted(from.nameOf(element))
                            + elsewhere());
        }
        return branchesDiffer(element)
                ? Optional.of(
                        "\"%s\" lies in branches that the other version does not have so. "
                                        .formatted(from.nameOf(element))
                                + "Let the run pause behind the point where they meet, or jump to the step before they part, and migrate then.")
                : Optional.empty();
    }

    private String elsewhere() {
        String common = from.stepOrder().stream()
                .filter(step -> kind(from, step).equals(kind(to, step)))
                .map(step -> "\"" + from.nameOf(step) + "\"")
                .collect(Collectors.joining(", "));
        return common.isEmpty()
                ? "They have no step in common: start a new run instead."
                : "Jump to a step that both have and migrate then: " + common + ".";
    }

    private boolean branchesDiffer(String element) {
        List<Branch> branches = Branches.of(from.flow()).at(element);
        boolean joins = from.flow().joins().contains(element);
        return !branches.equals(Branches.of(to.flow()).at(element))
                || branches.stream().map(Branch::fork).anyMatch(this::forksDiffer)
                || (joins && !before(from, element).equals(before(to, element)));
    }

    private boolean forksDiffer(String fork) {
        return from.flow().forks().get(fork) != to.flow().forks().get(fork)
                || !behind(from.flow(), fork).equals(behind(to.flow(), fork));
    }

    private static Set<String> before(PipelineSpec pipeline, String element) {
        return new TreeSet<>(pipeline.flow().before().getOrDefault(element, List.of()));
    }

    private static Set<String> behind(Flow flow, String element) {
        return flow.before().entrySet().stream()
                .filter(next -> next.getValue().contains(element))
                .map(next -> next.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kind(PipelineSpec pipeline, String element) {
        if (pipeline.stage(element).isPresent()) {
            return pipeline.stage(element).flatMap(StageSpec::each).isPresent() ? "stage of a list" : "stage";
        }
        if (pipeline.task(element).isPresent()) {
            return "task";
        }
        if (pipeline.flow().joins().contains(element)) {
            return "join";
        }
        return pipeline.flow().order().contains(element) ? "element" : "";
    }
}
