package dev.winslow.engine.stage;

import dev.winslow.engine.log.LogService;
import dev.winslow.engine.question.Questions;
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
        logs.close(attempt.id(), lastLine);
        questions.withdraw(attempt.jobId());
    }
}
