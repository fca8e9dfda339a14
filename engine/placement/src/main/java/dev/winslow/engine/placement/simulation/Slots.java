package dev.winslow.engine.placement.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongToIntFunction;
import java.util.stream.LongStream;

/**
 * When stages that take whole units of something, and take them without a break, can be over at the earliest. What is left of a unit's time between two
 * stages is of no use if it is shorter than any of them, which a bound by work alone does not see.
 *
 * <p>Why it holds: at no moment more units are taken than there are, so each stage can be told which ones are its own from beginning to end, as intervals can
 * be coloured. Order the units by the moment at which their first stage starts: the first n of them have begun n stages (or n units of them), so the n-th begins no
 * earlier than the n-th arrival. A unit that begins at b and is over at e has room for floor((e - b) / q) slots of length q, whatever q is, and a stage that
 * lasts d uses up floor(d / q) of them at least, since floors of parts add up to no more than the floor of their sum. So e is late enough only if all units
 * together have as many slots as all stages use up. That holds for any part of the stages, too: for those that come late, for instance.
 */
final class Slots {
    /** Of the moments and lengths that could be tried, so many are, evenly spread: a bound that is not tried is only missed. */
    private static final int TRIED = 16;

    private final List<Load> loads;
    private final int units;

    /** A stage that takes so many units. */
    record Load(long arrivalMillis, long durationMillis, int units) {
        long slots(long length) {
            return units * (durationMillis / length);
        }
    }

    private Slots(List<Load> loads, int units) {
        this.loads = loads;
        this.units = units;
    }

    /** In milliseconds since the beginning of the workload; 0 where nothing is to run. */
    static long millis(List<Load> loads, int units) {
        List<Load> taking = loads.stream()
                .filter(load -> load.units() > 0 && load.durationMillis() > 0)
                .sorted(Comparator.comparingLong(Load::arrivalMillis))
                .toList();
        return taking.isEmpty() || units <= 0 ? 0 : new Slots(taking, units).millis();
    }

    private long millis() {
        List<Long> lengths = some(loads.stream()
                .mapToLong(Load::durationMillis)
                .flatMap(duration -> LongStream.of(duration, duration / 2))
                .filter(length -> length > 0));
        long bound = 0;
        for (long from : some(loads.stream().mapToLong(Load::arrivalMillis))) {
            for (long length : lengths) {
                List<Load> counted = loads.stream()
                        .filter(load -> load.arrivalMillis() >= from && load.durationMillis() >= length)
                        .toList();
                bound = Math.max(bound, counted.isEmpty() ? 0 : millis(counted, length));
            }
        }
        return bound;
    }

    private static List<Long> some(LongStream values) {
        List<Long> all = values.distinct().sorted().boxed().toList();
        LongToIntFunction index = i -> Math.toIntExact(i * (all.size() - 1) / (TRIED - 1));
        return all.size() <= TRIED
                ? all
                : LongStream.range(0, TRIED)
                        .mapToObj(i -> all.get(index.applyAsInt(i)))
                        .toList();
    }

    /** The earliest end with as many slots as are needed, by halving. */
    private long millis(List<Load> counted, long length) {
        List<Long> begins = begins(counted);
        long needed = counted.stream().mapToLong(load -> load.slots(length)).sum();
        long tooEarly = begins.getFirst();
        long lateEnough = begins.getFirst() + needed * length;
        while (lateEnough - tooEarly > 1) {
            long end = (tooEarly + lateEnough) / 2;
            long slots = begins.stream()
                    .mapToLong(begin -> Math.max(0, end - begin) / length)
                    .sum();
            if (slots >= needed) {
                lateEnough = end;
            } else {
                tooEarly = end;
            }
        }
        return lateEnough;
    }

    /** Of each unit, the moment before which none of these stages can have it. */
    private List<Long> begins(List<Load> byArrival) {
        List<Long> begins = new ArrayList<>();
        for (Load load : byArrival) {
            for (int i = 0; i < load.units() && begins.size() < units; i++) {
                begins.add(load.arrivalMillis());
            }
        }
        return begins;
    }
}
