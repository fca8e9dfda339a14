package dev.winslow.engine.run;

import dev.winslow.engine.flowable.ProcessKernel.Token;
import dev.winslow.engine.pipeline.Branches;
import dev.winslow.engine.pipeline.Branches.Branch;
import dev.winslow.engine.pipeline.Flow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a run gets from where it stands to another element. All branches that the jump leaves go together, so that no join waits for a branch that
 * never comes; what would leave one branch alone or enter one from outside is refused. A pure function.
 */
sealed interface JumpPlan {

    /** All that stands at these elements goes. */
    record Together(Set<String> elements) implements JumpPlan {}

    /** A branch that waits at its join goes back; the other branches go on. */
    record Back(Token token) implements JumpPlan {}

    /** The element lies in one branch of this fork, in which the run does not stand. */
    record IntoBranch(String fork) implements JumpPlan {}

    /** The run stands nowhere: it has ended. */
    record Nowhere() implements JumpPlan {}

    static JumpPlan of(Flow flow, List<Token> tokens, String target) {
        Branches branches = Branches.of(flow);
        List<Branch> region = branches.at(target);
        Set<String> inside = tokens.stream()
                .map(Token::elementId)
                .filter(element -> branches.within(element, region))
                .collect(Collectors.toUnmodifiableSet());
        if (!inside.isEmpty()) {
            return new Together(inside);
        }
        if (region.isEmpty()) {
            return new Nowhere();
        }
        Branch branch = region.getLast();
        return waiting(flow, branches, tokens, branch)
                .<JumpPlan>map(Back::new)
                .orElseGet(() -> new IntoBranch(branch.fork()));
    }

    /** Where all branches of a fork were begun, one that stands nowhere in itself waits at the join: which of those there is all the same. */
    private static Optional<Token> waiting(Flow flow, Branches branches, List<Token> tokens, Branch branch) {
        if (flow.forks().get(branch.fork()) != Flow.Fork.ALL) {
            return Optional.empty();
        }
        return tokens.stream()
                .filter(token -> flow.joins().contains(token.elementId()))
                .filter(token -> flow.before().getOrDefault(token.elementId(), List.of()).stream()
                        .anyMatch(previous -> branches.at(previous).contains(branch)))
                .findFirst();
    }
}
