package dev.winslow.engine.stage;

import dev.winslow.engine.log.LogService;
import dev.winslow.engine.question.Questions;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What goes with the end of an attempt, however it ended: the last line of its log, and the questions that nobody waits for any more. */
@Component
class Closing {
    private final LogService logs;
    private final Questions questions;

    Closing(LogService logs, Questions questions) {
        this.logs = logs;
        this.questions = questions;
    }

    void close(Attempt attempt, String lastLine) {
        close(List.of(new LastLine(attempt, lastLine)));
    }

    /** The last line of an attempt's log. */
    record LastLine(Attempt attempt, String text) {}

    void close(List<LastLine> lines) {
        logs.close(
                lines.stream().collect(Collectors.toMap(line -> line.attempt().id(), LastLine::text)));
        questions.withdraw(lines.stream().map(line -> line.attempt().jobId()).toList());
    }
}
