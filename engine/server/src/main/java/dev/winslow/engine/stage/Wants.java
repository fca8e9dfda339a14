package dev.winslow.engine.stage;

import dev.winslow.api.task.TaskField;
import dev.winslow.api.worker.Placeholders.Need;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.question.Question;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Configurations.Configuration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks a person for variables that a stage needs and nobody has set. */
@Component
class Wants {
    private final Questions questions;
    private final Runs runs;
    private final AttemptClock time;

    Wants(Questions questions, Runs runs, AttemptClock time) {
        this.questions = questions;
        this.runs = runs;
        this.time = time;
    }

    /** Whether something is missing. A question that was answered and did not bring it is asked again. */
    boolean ask(Run run, QueuedStage queued, Configuration configuration) {
        List<Need> missing = EffectiveConfiguration.missing(configuration.stage(), configuration.levels());
        if (missing.isEmpty()) {
            return false;
        }
        questions.ask(new Question(
                id(queued, missing),
                run.id(),
                new Question.Stage(queued.stageId(), queued.jobId()),
                Optional.empty(),
                configuration.stage().name() + " needs "
                        + (missing.size() == 1 ? "a variable" : missing.size() + " variables"),
                missing.stream().map(Wants::field).toList(),
                time.now()));
        runs.changed(run);
        return true;
    }

    /** The same for the same, so that two rounds of placement ask once. */
    private UUID id(QueuedStage queued, List<Need> missing) {
        long closed = questions.countClosed(queued.jobId());
        String name = queued.jobId() + closed + missing;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static TaskField field(Need need) {
        return new TaskField(need.name(), need.message(), "string", true, Optional.empty(), List.of());
    }
}
