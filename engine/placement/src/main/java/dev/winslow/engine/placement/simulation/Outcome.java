package dev.winslow.engine.placement.simulation;

import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.placement.simulation.Simulation.Passage;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What came of a workload under a policy.
 *
 * @param makespan from the first arrival to the last end
 * @param bound what no policy can be below, see {@link Bound}
 * @param meanWait of all stages
 * @param p95Wait what one stage of twenty waits longer than
 * @param coreUse the share of all cores that was in use over the makespan
 * @param gpuUse likewise of GPUs
 * @param fairness how many times longer than its own duration a stage took on average, against the same in the project that is worst off: 1 where no
 *     project is worse off than the others
 * @param neverPlaced stages that no node could take
 */
public record Outcome(
        String policy,
        int stages,
        Duration makespan,
        Duration bound,
        Duration meanWait,
        Duration p95Wait,
        double coreUse,
        double gpuUse,
        double fairness,
        List<String> neverPlaced) {

    static Outcome of(String policy, Workload workload, List<Passage> passages, List<String> neverPlaced) {
        double begun = seconds(passages, passage -> seconds(passage.arrival().at()))
                .min()
                .orElse(0);
        double span = seconds(passages, passage -> seconds(passage.end())).max().orElse(0) - begun;
        double cores = workload.nodes().stream()
                .mapToDouble(node -> node.total().cores())
                .sum();
        double gpus = workload.nodes().stream()
                .mapToDouble(node -> node.total().gpus().size())
                .sum();
        double coreWork = work(passages, Requirements::cores);
        double gpuWork = work(passages, needs -> gpus(needs, workload));
        double[] waits =
                seconds(passages, passage -> seconds(passage.waited())).sorted().toArray();
        return new Outcome(
                policy,
                passages.size(),
                duration(span),
                duration(Bound.seconds(
                                workload.nodes(),
                                passages.stream().map(Passage::arrival).toList())
                        - begun),
                duration(DoubleStream.of(waits).average().orElse(0)),
                duration(waits.length == 0 ? 0 : waits[(int) Math.ceil(0.95 * waits.length) - 1]),
                part(coreWork, cores * span),
                part(gpuWork, gpus * span),
                fairness(passages),
                neverPlaced);
    }

    private static double gpus(Requirements needs, Workload workload) {
        if (!needs.place().sharesGpus()) {
            return needs.gpus();
        }
        double memory = workload.nodes().stream()
                .flatMap(node -> node.total().gpus().stream())
                .mapToLong(gpu -> gpu.memoryBytes())
                .average()
                .orElse(1);
        return needs.gpus() * Math.min(1, needs.place().gpuMemoryBytes() / memory);
    }

    private static double fairness(List<Passage> passages) {
        double worst = passages.stream()
                .collect(Collectors.groupingBy(
                        passage -> passage.arrival().stage().claimant().projectId(),
                        Collectors.averagingDouble(Outcome::slowdown)))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        return seconds(passages, Outcome::slowdown).average().orElse(1) / worst;
    }

    private static double slowdown(Passage passage) {
        double duration = Math.max(1, seconds(passage.arrival().duration()));
        return (seconds(passage.waited()) + duration) / duration;
    }

    private static double work(List<Passage> passages, ToDoubleFunction<Requirements> amount) {
        return seconds(
                        passages,
                        passage ->
                                amount.applyAsDouble(passage.arrival().stage().needs())
                                        * seconds(passage.arrival().duration()))
                .sum();
    }

    private static DoubleStream seconds(List<Passage> passages, ToDoubleFunction<Passage> of) {
        return passages.stream().mapToDouble(of);
    }

    private static double part(double amount, double whole) {
        return whole > 0 ? amount / whole : 0;
    }

    private static double seconds(Duration duration) {
        return (double) duration.toMillis() / 1000;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
