package dev.winslow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** When stages began and ended, as their worker noted it. */
record StageNotes(List<Stage> stages) {
    private static final long LOOK_MILLIS = 200;

    /** In nanoseconds of the worker's clock. */
    record Stage(long begin, long end) {}

    /** Those behind the first ones, as soon as there are so many. */
    static StageNotes await(Path file, long first, int many, Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (count(file) < first + many) {
            if (System.nanoTime() > end) {
                throw new IOException("Only " + (count(file) - first) + " of " + many + " stages ended within "
                        + limit.toSeconds() + " s; the logs beside " + file + " may tell why.");
            }
            Thread.sleep(LOOK_MILLIS);
        }
        try (var lines = Files.lines(file)) {
            return new StageNotes(lines.skip(first)
                    .limit(many)
                    .map(StageNotes::parse)
                    .sorted(Comparator.comparingLong(Stage::begin))
                    .toList());
        }
    }

    static long count(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static Stage parse(String line) {
        String[] times = line.split(" ");
        return new Stage(Long.parseLong(times[0]), Long.parseLong(times[1]));
    }

    /** From the end of one to the beginning of the next, in milliseconds and in order of size; they are of one chain. */
    double[] handOverMillis() {
        return IntStream.range(1, stages.size())
                .mapToDouble(i -> (stages.get(i).begin() - stages.get(i - 1).end()) / 1e6)
                .sorted()
                .toArray();
    }

    double perSecond() {
        long first = stages.getFirst().begin();
        long last = stages.stream().mapToLong(Stage::end).max().orElseThrow();
        return stages.size() / ((last - first) / 1e9);
    }

    static double percentile(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * (sorted.length - 1)))];
    }

    static double[] together(List<double[]> all) {
        return all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }
}
