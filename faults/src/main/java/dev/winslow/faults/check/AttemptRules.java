package dev.winslow.faults.check;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.faults.work.Client;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What must hold of an attempt that has ended. */
record AttemptRules(Client client, Path notes) {
    private static final List<String> PRINTED =
            IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i + " of 20").toList();
    /** What the stage of a trial says of files that are missing or changed, and of a second program of its attempt. */
    private static final Set<Integer> ALARMS = Set.of(8, 9, 10);

    /** @param left hash and path of what the rows say that it left in its workspace */
    List<Violation> check(AttemptView attempt, Set<String> left) throws IOException, InterruptedException {
        List<Violation> found = new ArrayList<>();
        Note note = Note.of(notes, attempt.id());
        if (attempt.exitCode().filter(ALARMS::contains).isPresent()) {
            found.add(violation(
                    "A stage finds what earlier ones left, and is alone",
                    attempt,
                    "exit code " + attempt.exitCode().get()));
        }
        if (attempt.state() != AttemptState.SUCCEEDED && attempt.reason().isEmpty()) {
            found.add(violation("An attempt that did not succeed says why", attempt, "it says nothing"));
        }
        if (attempt.endedAt().isEmpty()) {
            found.add(violation("An attempt that has ended says when", attempt, "it does not"));
        }
        if (attempt.state() == AttemptState.SUCCEEDED) {
            if (note.ends().isEmpty()) {
                found.add(violation("A success came to its end", attempt, "its program noted none"));
            } else if (!left.contains(note.ends().getLast())) {
                found.add(violation(
                        "What is accepted is what the stage left",
                        attempt,
                        "it noted " + note.ends().getLast() + " last, the rows say " + left));
            }
        }
        checkLog(attempt).ifPresent(found::add);
        return found;
    }

    private Optional<Violation> checkLog(AttemptView attempt) throws IOException, InterruptedException {
        LogPage page = client.get(Paths.ATTEMPTS + "/" + attempt.id() + "/log?from=0&count=1000", LogPage.class);
        List<Long> numbers = page.lines().stream().map(LogLine::number).toList();
        List<Long> expected =
                IntStream.range(0, numbers.size()).mapToObj(i -> (long) i).toList();
        if (!numbers.equals(expected) || page.total() != numbers.size()) {
            return Optional.of(violation(
                    "Lines of a log are numbered without gap or duplicate",
                    attempt,
                    "numbers " + numbers + " of " + page.total()));
        }
        List<String> printed = page.lines().stream()
                .filter(line -> line.stream() == LogStream.OUT)
                .map(LogLine::text)
                .filter(text -> text.startsWith("line "))
                .toList();
        boolean whole = attempt.state() == AttemptState.SUCCEEDED;
        boolean fits =
                whole ? printed.equals(PRINTED) : printed.equals(PRINTED.subList(0, Math.min(20, printed.size())));
        return fits
                ? Optional.empty()
                : Optional.of(violation("A log has what the stage printed, in order", attempt, "it has " + printed));
    }

    private static Violation violation(String rule, AttemptView attempt, String but) {
        return new Violation(
                rule,
                "attempt %s (%d of stage %s, run %s, %s on %s), but %s"
                        .formatted(
                                attempt.id(),
                                attempt.number(),
                                attempt.stageId(),
                                attempt.runId(),
                                attempt.state(),
                                attempt.nodeName().orElse("no node"),
                                but));
    }
}
