package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.flowable.ProcessKernel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many stages wait, and how many attempts run; asked of the database, so that every server tells the same. */
@Component
class StageMetrics implements MeterBinder {
    /** Who has more to do than this needs no exact number. */
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final ProcessKernel kernel;

    StageMetrics(JdbcClient jdbc, ProcessKernel kernel) {
        this.jdbc = jdbc;
        this.kernel = kernel;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "winslow.stages.queued",
                        kernel,
                        known -> known.queuedStages(MOST).size())
                .description("Stages that wait for a node; 10000 at most")
                .register(registry);
        Arrays.stream(AttemptState.values())
                .filter(state -> !state.isFinal())
                .forEach(state -> Gauge.builder("winslow.attempts", this, metrics -> metrics.count(state))
                        .description("Attempts under way")
                        .tag("state", state.name())
                        .register(registry));
    }

    private int count(AttemptState state) {
        return jdbc.sql("select count(*) from attempt where state = :state")
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }
}
