package dev.winslow.engine.task;

import dev.winslow.api.history.EventKind;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.question.Question;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records what people answer to questions of stages. What a stage asked comes to it as a file. */
@Component
class QuestionAnswers {
    private final Questions questions;
    private final ProcessKernel kernel;
    private final Runs runs;
    private final ProjectService projects;
    private final Workspaces workspaces;
    private final TransactionTemplate transaction;

    QuestionAnswers(
            Questions questions,
            ProcessKernel kernel,
            Runs runs,
            ProjectService projects,
            Workspaces workspaces,
            TransactionTemplate transaction) {
        this.questions = questions;
        this.kernel = kernel;
        this.runs = runs;
        this.projects = projects;
        this.workspaces = workspaces;
        this.transaction = transaction;
    }

    /** The file is stored first; all else is one transaction. */
    void record(Question question, Map<String, String> values, String who) {
        Optional<Artifact> file = question.asked().map(asked -> stored(question, asked, values));
        transaction.executeWithoutResult(status -> record(question, values, who, file));
    }

    private Artifact stored(Question question, Question.Asked asked, Map<String, String> values) {
        Run run = runs.require(question.runId());
        return workspaces
                .keepAnswer(
                        projects.require(run.projectId()),
                        run.id(),
                        question.stage().stepId(),
                        Map.of(asked.file(), questions.text(values)))
                .getFirst();
    }

    private void record(Question question, Map<String, String> values, String who, Optional<Artifact> file) {
        Run run = runs.lock(question.runId());
        file.ifPresent(workspaces::name);
        if (!questions.answer(question.id(), who, values, file.map(Artifact::id))) {
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
}
