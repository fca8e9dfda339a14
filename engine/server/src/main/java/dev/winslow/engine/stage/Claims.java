package dev.winslow.engine.stage;

import dev.winslow.engine.Ids;
import dev.winslow.engine.database.Durability;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.NewAttempts.Beginning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives queued stages to nodes: the engine's lock and the attempt are written in one transaction. */
@Component
class Claims {
    /**
     * The engine's own lock never runs out, because its clean-up would queue the stage again without the attempt knowing. Whether a lease still
     * holds, the attempt's row says; see docs/decisions/0001-leases-live-in-the-attempt.md.
     */
    static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private final ProcessKernel kernel;
    private final Runs runs;
    private final NodeLoads nodes;
    private final Openings openings;
    private final NewAttempts attempts;

    Claims(ProcessKernel kernel, Runs runs, NodeLoads nodes, Openings openings, NewAttempts attempts) {
        this.kernel = kernel;
        this.runs = runs;
        this.nodes = nodes;
        this.openings = openings;
        this.attempts = attempts;
    }

    /**
     * What placement has decided for a stage.
     *
     * @param mayTakeOver whether a result that is known already may stand in for it: not where it could not be claimed before
     */
    record Placing(QueuedStage stage, UUID nodeId, boolean mayTakeOver) {}

    /** A stage that is to run now, under the lock of its run. */
    private record Opened(Placing placing, Run run, Draft draft) {}

    /**
     * Takes those that are still to be had and that their node still has room for: placement decided by what it saw before. A stage that lacks a
     * variable stays in the queue, and one whose result is known takes that over. All of them, or none where one fails. Of several, those whose run
     * somebody else holds are passed over; for one alone it is waited.
     *
     * @param placings of runs that are all different
     * @return what nodes have been given
     */
    @Transactional
    public List<Given> claim(List<Placing> placings) {
        Durability.later();
        Map<UUID, Run> locked =
                locked(placings.stream().map(placing -> placing.stage().runId()).toList());
        // Nodes are locked after runs, and in one order, so that nobody waits in a circle.
        Map<UUID, List<Opened>> byNode = open(placings, locked).stream()
                .collect(Collectors.groupingBy(opened -> opened.placing().nodeId(), TreeMap::new, Collectors.toList()));
        return write(byNode.entrySet().stream()
                .flatMap(node -> withRoom(node.getKey(), node.getValue()).stream())
                .toList());
    }

    private Map<UUID, Run> locked(List<UUID> ids) {
        if (Set.copyOf(ids).size() < ids.size()) {
            throw new IllegalArgumentException("Expected stages of different runs, but some are of the same: " + ids);
        }
        return ids.size() == 1 ? Map.of(ids.getFirst(), runs.lock(ids.getFirst())) : runs.lockFree(ids);
    }

    private List<Opened> open(List<Placing> placings, Map<UUID, Run> locked) {
        List<Placing> moving = placings.stream()
                .filter(placing -> Optional.ofNullable(
                                locked.get(placing.stage().runId()))
                        .filter(run -> !run.paused() && run.end().isEmpty())
                        .isPresent())
                .toList();
        Map<String, Draft> drafts = openings.open(moving.stream()
                .map(placing -> new Opening(run(placing, locked), placing.stage(), placing.mayTakeOver()))
                .toList());
        return moving.stream()
                .flatMap(placing ->
                        Optional.ofNullable(drafts.get(placing.stage().jobId()))
                                .map(draft -> new Opened(placing, run(placing, locked), draft))
                                .stream())
                .toList();
    }

    private static Run run(Placing placing, Map<UUID, Run> locked) {
        return Objects.requireNonNull(locked.get(placing.stage().runId()));
    }

    private List<Given> write(List<Beginning> drawn) {
        Set<String> claimed = kernel.claim(
                drawn.stream()
                        .map(Beginning::attempt)
                        .collect(Collectors.toMap(
                                Attempt::jobId, attempt -> attempt.lease().token())),
                NEVER);
        List<Beginning> begun = drawn.stream()
                .filter(begin -> claimed.contains(begin.attempt().jobId()))
                .toList();
        if (!begun.isEmpty()) {
            attempts.begin(begun);
        }
        begun.forEach(begin -> runs.placed(begin.run()));
        return begun.stream()
                .map(begin -> new Given(begin.run(), begin.attempt(), begin.inputs()))
                .toList();
    }

    private List<Beginning> withRoom(UUID nodeId, List<Opened> wished) {
        List<Beginning> placed = new ArrayList<>();
        Optional<NodeLoads.Locked> node = nodes.lock(nodeId);
        for (Opened opened : wished) {
            Optional<Beginning> begin = node.flatMap(locked -> draw(opened, locked));
            begin.ifPresent(placed::add);
            node = node.map(
                    locked -> begin.map(Beginning::attempt).map(locked::with).orElse(locked));
        }
        return placed;
    }

    private Optional<Beginning> draw(Opened opened, NodeLoads.Locked node) {
        return node.resources()
                .gpusFor(opened.draft().stage().requirements())
                .map(gpus -> attempts.draw(
                        opened.run(),
                        opened.placing().stage(),
                        opened.draft(),
                        Ids.secret(),
                        new Attempt.Place(
                                Optional.of(node.node().id()), node.node().name(), gpus)));
    }
}
