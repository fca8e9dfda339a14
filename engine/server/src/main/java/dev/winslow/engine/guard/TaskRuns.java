package dev.winslow.engine.guard;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.question.Question;
import dev.winslow.engine.question.Questions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which run an open task is of: a step of the pipeline, or a question of a stage. */
@Component
class TaskRuns {
    private final ProcessKernel kernel;
    private final Questions questions;

    TaskRuns(ProcessKernel kernel, Questions questions) {
        this.kernel = kernel;
        this.questions = questions;
    }

    Optional<UUID> runOf(UUID task) {
        return kernel.userTask(task)
                .map(open -> open.runId())
                .or(() -> questions.findOpen(task).map(Question::runId));
    }
}
