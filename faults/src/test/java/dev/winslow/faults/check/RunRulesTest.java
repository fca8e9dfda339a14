package dev.winslow.faults.check;

import static dev.winslow.faults.check.Pretended.attempt;
import static dev.winslow.faults.check.Pretended.successes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.run.RunState;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.faults.work.Shape;
import dev.winslow.faults.work.StartedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunRulesTest {
    private static final StartedRun RUN = new StartedRun(UUID.randomUUID(), UUID.randomUUID(), Shape.CHAIN);

    @Test
    void acceptARunThatSucceededWithRetries() throws Exception {
        List<AttemptView> attempts = new ArrayList<>(successes("a", "c", "d"));
        attempts.add(attempt("b", 1, AttemptState.LOST));
        attempts.add(attempt("b", 2, AttemptState.SUCCEEDED));

        assertThat(broken(RunState.SUCCEEDED, attempts)).isEmpty();
    }

    @Test
    void findARunThatGoesOn() throws Exception {
        assertThat(broken(RunState.FAILED, successes("a", "b", "c", "d")))
                .containsExactly("Every run comes to its end");
    }

    @Test
    void findAStageThatSucceededTwice() throws Exception {
        List<AttemptView> attempts = new ArrayList<>(successes("a", "b", "c", "d"));
        attempts.add(attempt("b", 2, AttemptState.SUCCEEDED));

        assertThat(broken(RunState.SUCCEEDED, attempts))
                .containsExactly("Each stage succeeds once each time it is entered");
    }

    @Test
    void findAStageThatNeverSucceeded() throws Exception {
        assertThat(broken(RunState.SUCCEEDED, successes("a", "b", "c")))
                .containsExactly("Each stage succeeds once each time it is entered");
    }

    @Test
    void findANumberThatIsMissingOrGivenTwice() throws Exception {
        List<AttemptView> gap = new ArrayList<>(successes("a", "b", "c", "d"));
        gap.add(attempt("b", 3, AttemptState.LOST));
        List<AttemptView> twice = new ArrayList<>(successes("a", "b", "c", "d"));
        twice.add(attempt("b", 1, AttemptState.LOST));

        assertThat(broken(RunState.SUCCEEDED, gap)).containsExactly("Attempts are counted without gap or duplicate");
        assertThat(broken(RunState.SUCCEEDED, twice)).containsExactly("Attempts are counted without gap or duplicate");
    }

    private static List<String> broken(RunState state, List<AttemptView> attempts) throws Exception {
        try (Pretended server = new Pretended()) {
            server.run(RUN.id(), state);
            return new RunRules(server.client())
                    .check(RUN, attempts).stream().map(Violation::rule).toList();
        }
    }
}
