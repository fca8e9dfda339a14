package dev.winslow.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.engine.Ids;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TraceIdsTest {
    private static final UUID RUN = UUID.fromString("01a1fdca-9244-752d-93c4-e0c4f8703d70");
    private static final UUID ATTEMPT = UUID.fromString("01a1fdca-9999-752d-93c4-e0c4f8703d71");

    @Test
    void areTheSameWhoeverMakesThem() {
        assertThat(TraceIds.trace(RUN)).isEqualTo("01a1fdca9244752d93c4e0c4f8703d70");
        assertThat(TraceIds.attempt(ATTEMPT)).matches("[0-9a-f]{16}").isEqualTo(TraceIds.attempt(ATTEMPT));
    }

    @Test
    void differForEachSpan() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            UUID id = Ids.next();
            ids.add(TraceIds.run(id));
            ids.add(TraceIds.attempt(id));
            ids.add(TraceIds.stage(RUN, id.toString()));
            ids.add(TraceIds.phase(id, "program"));
        }

        assertThat(ids).hasSize(4000);
    }

    @Test
    void tellAProgramWhereItsSpansBelong() {
        Map<String, String> environment = new Tracing(true).continuedIn(Map.of("A", "b"), RUN, ATTEMPT);

        assertThat(environment)
                .containsEntry("A", "b")
                .containsEntry(
                        "TRACEPARENT", "00-01a1fdca9244752d93c4e0c4f8703d70-" + TraceIds.attempt(ATTEMPT) + "-01");
    }

    @Test
    void leaveAnEnvironmentAloneThatHasItsOwnOrWhereNothingIsTraced() {
        Map<String, String> own = Map.of("TRACEPARENT", "mine");

        assertThat(new Tracing(true).continuedIn(own, RUN, ATTEMPT)).isEqualTo(own);
        assertThat(new Tracing(false).continuedIn(Map.of(), RUN, ATTEMPT)).isEmpty();
    }
}
