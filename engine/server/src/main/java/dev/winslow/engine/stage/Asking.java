package dev.winslow.engine.stage;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.worker.Answered;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.Lease;
import dev.winslow.engine.log.LogService;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.question.Question;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.run.Runs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stages ask people while they run, and the answers for them. */
@Service
public class Asking {
    /** The answer's file is named by it. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private final Questions questions;
    private final Runs runs;
    private final LogService logs;
    private final AttemptClock time;

    Asking(Questions questions, Runs runs, LogService logs, AttemptClock time) {
        this.questions = questions;
        this.runs = runs;
        this.logs = logs;
        this.time = time;
    }

    @Transactional
    public void ask(Attempt attempt, Ask ask) {
        if (!ID.matcher(ask.id()).matches()
                || ask.title().isBlank()
                || ask.fields().isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "A question has an id of at most 100 letters, digits, _, - and ., a title and at least one field.",
                    "Correct what the stage writes.");
        }
        String name = attempt.id() + ask.id();
        boolean fresh = questions.ask(new Question(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                attempt.runId(),
                new Question.Stage(attempt.stage().id(), attempt.jobId()),
                Optional.of(new Question.Asked(attempt.id(), ask.id())),
                ask.title(),
                ask.fields(),
                time.now()));
        if (fresh) {
            logs.system(attempt.id(), "Asks a person: " + ask.title());
            runs.moved(attempt.runId());
        }
    }

    /** For the attempts that a node holds. */
    public List<Answered> answers(List<Lease> leases) {
        return questions.answered(leases.stream().map(Lease::attemptId).toList());
    }
}
