package dev.winslow.engine.task;

import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskForm;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.question.Question;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.task.SeenRuns.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Questions of stages, among the tasks of people. */
@Component
class QuestionTasks {
    private final Questions questions;
    private final Runs runs;
    private final ProjectService projects;
    private final QuestionAnswers answers;

    QuestionTasks(Questions questions, Runs runs, ProjectService projects, QuestionAnswers answers) {
        this.questions = questions;
        this.runs = runs;
        this.projects = projects;
        this.answers = answers;
    }

    List<Question> open() {
        return questions.open();
    }

    /** Those of them that stand in these runs. */
    List<TaskView> views(List<Question> asked, Map<UUID, Seen> runs) {
        return asked.stream()
                .flatMap(question ->
                        Optional.ofNullable(runs.get(question.runId())).stream().map(in -> view(question, in)))
                .toList();
    }

    Optional<TaskView> find(UUID id) {
        return questions
                .findOpen(id)
                .flatMap(question -> runs.find(question.runId())
                        .flatMap(run -> projects.stored(run.projectId())
                                .map(project -> view(question, new Seen(run, project.name())))));
    }

    /** Whether there was such a question. What Winslow asks for becomes a variable of the run; what a stage asked for goes to the stage. */
    boolean answer(UUID id, CompleteTask answer, String who) {
        return questions
                .findOpen(id)
                .map(question -> {
                    AnswerCheck.require(question.name(), question.fields(), answer);
                    answers.record(question, answer.variables(), who);
                    return true;
                })
                .orElse(false);
    }

    private static TaskView view(Question question, Seen in) {
        return new TaskView(
                question.id(),
                in.run().id(),
                in.run().projectId(),
                in.projectName(),
                question.stage().stepId(),
                question.name(),
                question.asked().isPresent() ? TaskForm.FORM : TaskForm.VARIABLES,
                question.askedAt(),
                Optional.empty(),
                Map.of(),
                question.fields(),
                Optional.empty(),
                0);
    }
}
