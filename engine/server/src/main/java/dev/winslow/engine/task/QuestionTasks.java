package dev.winslow.engine.task;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskForm;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.question.Question;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions of stages, among the tasks of people. */
@Component
class QuestionTasks {
    private final Questions questions;
    private final ProcessKernel kernel;
    private final Runs runs;
    private final ProjectService projects;
    private final TransactionTemplate transaction;

    QuestionTasks(
            Questions questions,
            ProcessKernel kernel,
            Runs runs,
            ProjectService projects,
            TransactionTemplate transaction) {
        this.questions = questions;
        this.kernel = kernel;
        this.runs = runs;
        this.projects = projects;
        this.transaction = transaction;
    }

    List<TaskView> open() {
        return questions.open().stream()
                .flatMap(question -> view(question).stream())
                .toList();
    }

    Optional<TaskView> find(UUID id) {
        return questions.findOpen(id).flatMap(this::view);
    }

    /** Whether there was such a question. What Winslow asks for becomes a variable of the run; what a stage asked for goes to the stage. */
    boolean answer(UUID id, CompleteTask answer, String who) {
        return questions
                .findOpen(id)
                .map(question -> {
                    AnswerCheck.require(question.name(), question.fields(), answer);
                    transaction.executeWithoutResult(status -> record(question, answer.variables(), who));
                    return true;
                })
                .orElse(false);
    }

    private void record(Question question, Map<String, String> values, String who) {
        Run run = runs.lock(question.runId());
        if (!questions.answer(question.id(), who, values)) {
            throw Answers.unknown(question.id());
        }
        runs.tell(
                run.id(),
                EventKind.TASK_ANSWERED,
                Map.of(
                        "task",
                        question.id().toString(),
                        "step",
                        question.stage().stepId(),
                        "name",
                        question.name()));
        if (question.asked().isEmpty()) {
            runs.changing(run, values);
            kernel.setVariables(run.id(), values);
        }
        runs.moved(run.id());
    }

    private Optional<TaskView> view(Question question) {
        return runs.find(question.runId())
                .flatMap(run -> projects.find(run.projectId())
                        .map(project -> new TaskView(
                                question.id(),
                                run.id(),
                                project.id(),
                                project.name(),
                                question.stage().stepId(),
                                question.name(),
                                question.asked().isPresent() ? TaskForm.FORM : TaskForm.VARIABLES,
                                question.askedAt(),
                                Optional.empty(),
                                Map.of(),
                                question.fields())));
    }
}
