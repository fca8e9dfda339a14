package dev.winslow.faults.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** All faults of a trial, in rounds after each of which the system is left alone and looked at. The seed decides all of it. */
public record FaultPlan(long seed, List<List<Fault>> rounds) {
    /** The rain of a round: faults begin this far from each other on average. */
    private static final Duration APART = Duration.ofMillis(300);
    /** Between two faults of the same part of a target, so that each befalls something that works again. */
    private static final Duration REST = Duration.ofMillis(500);

    public FaultPlan {
        rounds = List.copyOf(rounds);
    }

    /** @param kinds what this machine can do; another set makes another plan of the same seed */
    public static FaultPlan of(long seed, int count, int perRound, Collection<FaultKind> kinds) {
        Random random = new Random(seed);
        List<FaultKind> urn = kinds.stream()
                .sorted()
                .flatMap(kind -> IntStream.range(0, kind.weight()).mapToObj(_ -> kind))
                .toList();
        List<List<Fault>> rounds = new ArrayList<>();
        for (int left = count; left > 0; left -= perRound) {
            rounds.add(round(random, Math.min(left, perRound), urn));
        }
        return new FaultPlan(seed, rounds);
    }

    private static List<Fault> round(Random random, int count, List<FaultKind> urn) {
        Map<Taken, Duration> free = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FaultKind kind = urn.get(random.nextInt(urn.size()));
            List<Target> targets = Target.of(kind.role());
            Target target = targets.get(random.nextInt(targets.size()));
            Duration drawn =
                    APART.multipliedBy(count).multipliedBy(random.nextInt(1000)).dividedBy(1000);
            Duration lasting = between(random, kind.shortest(), kind.longest());
            Taken taken = new Taken(target, kind.part());
            Duration from = free.getOrDefault(taken, Duration.ZERO);
            Fault fault = new Fault(drawn.compareTo(from) < 0 ? from : drawn, kind, target, lasting);
            free.put(taken, fault.end().plus(REST));
            faults.add(fault);
        }
        return faults.stream().sorted(Comparator.comparing(Fault::at)).toList();
    }

    private static Duration between(Random random, Duration shortest, Duration longest) {
        return shortest.plusMillis(random.nextLong(longest.minus(shortest).toMillis() + 1));
    }

    private record Taken(Target target, FaultKind.Part part) {}

    public long count() {
        return rounds.stream().mapToLong(List::size).sum();
    }

    /** How many there are of each kind. */
    public Map<FaultKind, Long> kinds() {
        Map<FaultKind, Long> counts = new EnumMap<>(FaultKind.class);
        rounds.forEach(round -> round.forEach(fault -> counts.merge(fault.kind(), 1L, Long::sum)));
        return counts;
    }
}
