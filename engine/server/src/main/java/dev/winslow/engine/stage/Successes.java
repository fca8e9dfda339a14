package dev.winslow.engine.stage;

import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.result.StageResults;
import dev.winslow.engine.result.UsualTimes;
import dev.winslow.engine.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks whether a success is whole, and keeps what it was made from and how long it took. */
@Component
class Successes {
    private final StageResults results;
    private final Questions questions;
    private final MissingOutputs missing;
    private final UsualTimes times;
    private final AttemptClock time;

    Successes(StageResults results, Questions questions, MissingOutputs missing, UsualTimes times, AttemptClock time) {
        this.results = results;
        this.questions = questions;
        this.missing = missing;
        this.times = times;
        this.time = time;
    }

    /** Says what it lacks; to be called before the last line of its log. */
    void look(Attempt attempt, StageSpec stage, List<Artifact> left) {
        missing.warn(attempt, stage, left);
    }

    /** Not of attempts that began under an earlier version: with what they are to be compared is not known. */
    void keep(List<Delivered> delivered) {
        Set<UUID> asked = questions.asked(
                delivered.stream().map(each -> each.attempt().id()).toList());
        List<StageResult> kept = delivered.stream()
                .flatMap(each -> each.attempt().sameness().stream()
                        .map(sameness -> result(
                                each, sameness, asked.contains(each.attempt().id()))))
                .toList();
        results.insert(kept);
        times.succeeded(kept.stream().map(StageResult::stage).toList());
    }

    private StageResult result(Delivered delivered, Sameness sameness, boolean asked) {
        Attempt attempt = delivered.attempt();
        Run run = delivered.run();
        Instant now = time.now();
        return new StageResult(
                attempt.id(),
                new StageResult.Stage(
                        run.projectId(), run.pipeline().key(), attempt.stage().id()),
                sameness.fingerprint(),
                new StageResult.Image(
                        attempt.effective().image(), delivered.outcome().imageDigest()),
                sameness.secrets(),
                delivered.outcome().variables(),
                asked,
                Duration.between(attempt.assignedAt(), now),
                now);
    }
}
