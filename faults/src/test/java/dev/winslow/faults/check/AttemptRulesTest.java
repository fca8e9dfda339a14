package dev.winslow.faults.check;

import static dev.winslow.faults.check.Pretended.attempt;
import static dev.winslow.faults.check.Pretended.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptRulesTest {
    private static final String LEFT = "hash of-a-file";

    @TempDir
    private Path notes = Path.of("");

    @Test
    void acceptASuccessThatLeftWhatItNotedAndPrintedAllLines() throws Exception {
        AttemptView success = attempt("a", 1, AttemptState.SUCCEEDED);
        note(success, "end hash of-an-earlier-program", "end " + LEFT);

        assertThat(broken(success, first(20))).isEmpty();
    }

    @Test
    void acceptALostAttemptWithTheBeginningOfItsLog() throws Exception {
        assertThat(broken(attempt("a", 1, AttemptState.LOST), first(7))).isEmpty();
    }

    @Test
    void findWhatAStageSaysOfItsFiles() throws Exception {
        assertThat(broken(attempt("a", 1, AttemptState.FAILED, Optional.of(8), Optional.of("why")), first(2)))
                .containsExactly("A stage finds what earlier ones left, and is alone");
    }

    @Test
    void findAnEndWithoutAReason() throws Exception {
        assertThat(broken(attempt("a", 1, AttemptState.FAILED, Optional.of(1), Optional.empty()), first(2)))
                .containsExactly("An attempt that did not succeed says why");
    }

    @Test
    void findASuccessWhoseProgramNeverEnded() throws Exception {
        assertThat(broken(attempt("a", 1, AttemptState.SUCCEEDED), first(20)))
                .containsExactly("A success came to its end");
    }

    @Test
    void findASuccessWhoseFilesAreAnothers() throws Exception {
        AttemptView success = attempt("a", 1, AttemptState.SUCCEEDED);
        note(success, "end " + LEFT, "end hash of-another-file");

        assertThat(broken(success, first(20))).containsExactly("What is accepted is what the stage left");
    }

    @Test
    void findALogWithAGapADuplicateOrWithoutItsEnd() throws Exception {
        AttemptView lost = attempt("a", 1, AttemptState.LOST);
        AttemptView success = attempt("a", 1, AttemptState.SUCCEEDED);
        note(success, "end " + LEFT);

        assertThat(broken(lost, List.of(0L, 2L)))
                .containsExactly("Lines of a log are numbered without gap or duplicate");
        assertThat(broken(lost, List.of(0L, 1L, 1L)))
                .containsExactly("Lines of a log are numbered without gap or duplicate");
        assertThat(broken(success, first(19))).containsExactly("A log has what the stage printed, in order");
    }

    private void note(AttemptView attempt, String... lines) throws Exception {
        Files.write(notes.resolve(attempt.id().toString()), List.of(lines));
    }

    private List<String> broken(AttemptView attempt, List<Long> numbers) throws Exception {
        try (Pretended server = new Pretended()) {
            server.log(attempt, numbers);
            return new AttemptRules(server.client(), notes)
                    .check(attempt, Set.of(LEFT)).stream().map(Violation::rule).toList();
        }
    }
}
