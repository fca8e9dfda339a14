package dev.winslow.engine.run;

import dev.winslow.api.run.JumpPreview;
import dev.winslow.engine.flowable.ProcessKernel.Token;
import dev.winslow.engine.pipeline.PipelineSpec;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in words what a jump would do, or why it cannot be. */
final class JumpSentences {
    private final PipelineSpec pipeline;

    JumpSentences(PipelineSpec pipeline) {
        this.pipeline = pipeline;
    }

    /** @param completed the steps of this round that are done */
    JumpPreview of(JumpPlan plan, String target, Collection<String> completed) {
        return switch (plan) {
            case JumpPlan.Together(Set<String> elements) -> possible(elements, target, completed);
            case JumpPlan.Back(Token token) -> possible(Set.of(), target, completed);
            case JumpPlan.IntoBranch(String fork) ->
                new JumpPreview(
                        false,
                        "\"%s\" lies in one branch of the fork \"%s\": the run would wait for ever where the branches meet. "
                                        .formatted(pipeline.nameOf(target), fork)
                                + "Go to \"%s\" instead, which begins all its branches, and skip what need not be done again."
                                        .formatted(fork),
                        List.of(),
                        List.of(),
                        Optional.of(fork));
            case JumpPlan.Nowhere() ->
                new JumpPreview(
                        false,
                        "The run stands nowhere any more. Start a new run at \"%s\" from the workspace of this one."
                                .formatted(pipeline.nameOf(target)),
                        List.of(),
                        List.of(),
                        Optional.empty());
        };
    }

    private JumpPreview possible(Set<String> left, String target, Collection<String> completed) {
        List<String> stops = names(pipeline.stepOrder().stream()
                .filter(left::contains)
                .filter(step -> !step.equals(target))
                .toList());
        int from = pipeline.stepOrder().indexOf(target);
        List<String> again = names(pipeline.stepOrder().stream()
                .skip(Math.max(from, 0))
                .filter(completed::contains)
                .toList());
        String sentence = "The run goes on at \"%s\".".formatted(pipeline.nameOf(target))
                + (stops.isEmpty() ? "" : " It leaves " + listed(stops) + "; what runs there is stopped.")
                + (again.isEmpty() ? "" : " Done again on the way: " + listed(again) + ".");
        return new JumpPreview(true, sentence, stops, again, Optional.empty());
    }

    private List<String> names(List<String> steps) {
        return steps.stream().map(pipeline::nameOf).toList();
    }

    private static String listed(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
