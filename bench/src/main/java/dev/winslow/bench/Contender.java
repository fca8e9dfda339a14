package dev.winslow.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A system that takes turns with others, with a database of its own, and what was measured of it in each round. */
final class Contender implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    /** One chain for the figure, several for its percentiles. */
    private static final int SINGLE_CHAINS = 4;

    private final ChainSystem system;
    private final Optional<EmbeddedPostgres> postgres;
    private final int stages;
    private final List<double[]> handOvers = new ArrayList<>();
    private final List<Double> perSecond = new ArrayList<>();
    private final List<Double> serverMillis = new ArrayList<>();
    private final List<Double> workerMillis = new ArrayList<>();

    private Contender(ChainSystem system, Optional<EmbeddedPostgres> postgres, int stages) {
        this.system = system;
        this.postgres = postgres;
        this.stages = stages;
    }

    /** Makes a system ready. */
    interface Beginning {
        ChainSystem begin(Path folder, ChainPlan plan) throws IOException, InterruptedException;
    }

    /** A plan that lacks its database. */
    interface Setting {
        ChainPlan on(ChainPlan.Database database);
    }

    static Contender onH2(Beginning beginning, Path folder, Setting setting) throws IOException, InterruptedException {
        return begin(beginning, folder, setting.on(new ChainPlan.Database("h2", Optional.empty())), Optional.empty());
    }

    static Contender onPostgres(Beginning beginning, Path folder, Setting setting)
            throws IOException, InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        try {
            Optional<String> url = Optional.of(postgres.getJdbcUrl("postgres", "postgres"));
            ChainPlan plan = setting.on(new ChainPlan.Database("postgresql", url));
            return begin(beginning, folder, plan, Optional.of(postgres));
        } catch (IOException | InterruptedException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static Contender begin(
            Beginning beginning, Path folder, ChainPlan plan, Optional<EmbeddedPostgres> postgres)
            throws IOException, InterruptedException {
        return new Contender(beginning.begin(folder, plan), postgres, plan.stages());
    }

    /** What has just started compiles what it runs. */
    void warmUp(int chains) throws IOException, InterruptedException {
        var _ = run(chains);
    }

    void takeTurn(int chains) throws IOException, InterruptedException {
        for (int i = 0; i < SINGLE_CHAINS; i++) {
            handOvers.add(run(1).handOverMillis());
        }
        double server = system.server().seconds();
        double worker = system.worker().seconds();
        StageNotes notes = run(chains);
        double count = notes.stages().size();
        perSecond.add(notes.perSecond());
        serverMillis.add((system.server().seconds() - server) / count * 1000);
        workerMillis.add((system.worker().seconds() - worker) / count * 1000);
    }

    private StageNotes run(int chains) throws IOException, InterruptedException {
        long before = StageNotes.count(system.notes());
        system.start(chains);
        return StageNotes.await(system.notes(), before, chains * stages, LIMIT);
    }

    /** Percentiles of all rounds, and of the other figures the median of the rounds. */
    void report(Measurements measurements) {
        double[] millis = StageNotes.together(handOvers);
        measurements.add("hand-over, p50", system.name(), StageNotes.percentile(millis, .5), "ms");
        measurements.add("hand-over, p99", system.name(), StageNotes.percentile(millis, .99), "ms");
        measurements.add("stages a second", system.name(), median(perSecond), "1/s");
        measurements.add("processor time of the server, a stage", system.name(), median(serverMillis), "ms");
        measurements.add("processor time of the worker, a stage", system.name(), median(workerMillis), "ms");
    }

    /** How many stages of this one pass while one of the other does: the median of the rounds, of which each compares what ran one after the other. */
    void compare(Contender other, Measurements measurements) {
        measurements.add(
                "stages a second beside " + other.system.name(),
                system.name(),
                median(IntStream.range(0, perSecond.size())
                        .mapToObj(round -> perSecond.get(round) / other.perSecond.get(round))
                        .toList()),
                "times");
    }

    private static double median(List<Double> figures) {
        return StageNotes.percentile(
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray(), .5);
    }

    @Override
    public void close() throws IOException {
        system.close();
        if (postgres.isPresent()) {
            postgres.get().close();
        }
    }
}
