package dev.winslow.engine.stage;

import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.result.StageResults;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.stage.Outcomes.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks whether a success is whole, and keeps what it was made from and how long it took. */
@Component
class Successes {
    private final StageResults results;
    private final Questions questions;
    private final MissingOutputs missing;
    private final AttemptClock time;

    Successes(StageResults results, Questions questions, MissingOutputs missing, AttemptClock time) {
        this.results = results;
        this.questions = questions;
        this.missing = missing;
        this.time = time;
    }

    /** Says what it lacks; to be called before the last line of its log. */
    void look(Attempt attempt, StageSpec stage, List<Artifact> left) {
        missing.warn(attempt, stage, left);
    }

    /** Not of attempts that began under an earlier version: with what they are to be compared is not known. */
    void keep(Held held, Outcome outcome) {
        Attempt attempt = held.attempt();
        attempt.sameness().ifPresent(sameness -> {
            Run run = held.run();
            Instant now = time.now();
            results.insert(new StageResult(
                    attempt.id(),
                    new StageResult.Stage(
                            run.projectId(),
                            run.pipeline().key(),
                            attempt.stage().id()),
                    sameness.fingerprint(),
                    new StageResult.Image(attempt.effective().image(), outcome.imageDigest()),
                    sameness.secrets(),
                    outcome.variables(),
                    questions.asked(attempt.id()),
                    Duration.between(attempt.assignedAt(), now),
                    now));
        });
    }
}
