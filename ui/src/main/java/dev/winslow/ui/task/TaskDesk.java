package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.PointTemplate;
import dev.winslow.api.task.SaveDraft;
import dev.winslow.api.task.SaveTemplate;
import dev.winslow.api.task.TaskComment;
import dev.winslow.api.task.TaskDraft;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.account.Account;
import dev.winslow.engine.account.AccountService;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.task.AnswerDrafts;
import dev.winslow.engine.task.PointTemplates;
import dev.winslow.engine.task.TaskCare;
import dev.winslow.engine.task.TaskService;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All that the forms of tasks ask of the server. */
@Component
class TaskDesk implements Drafts {
    private final TaskService tasks;
    private final FileService files;
    private final TaskCare care;
    private final AnswerDrafts drafts;
    private final PointTemplates templates;
    private final AccountService accounts;

    TaskDesk(
            TaskService tasks,
            FileService files,
            TaskCare care,
            AnswerDrafts drafts,
            PointTemplates templates,
            AccountService accounts) {
        this.tasks = tasks;
        this.files = files;
        this.care = care;
        this.drafts = drafts;
        this.templates = templates;
        this.accounts = accounts;
    }

    /** Names of those who can be given a task: who has an account, who has tasks already, and the person in front of the page. */
    List<String> people() {
        Stream<String> holders =
                accounts.list().stream().filter(account -> !account.disabled()).map(Account::name);
        Stream<String> busy = open().stream().flatMap(task -> task.assignee().stream());
        return Stream.of(holders, busy, Stream.of(Person.name()))
                .flatMap(names -> names)
                .distinct()
                .sorted()
                .toList();
    }

    List<TaskView> open() {
        return tasks.waitingFor(Person.viewer());
    }

    TaskView claim(TaskView task) {
        return care.claim(task.id());
    }

    TaskView assign(TaskView task, Optional<String> who) {
        return care.assign(task.id(), who);
    }

    TaskView due(TaskView task, Optional<Instant> at) {
        return care.due(task.id(), at);
    }

    List<TaskComment> comments(TaskView task) {
        return care.comments(task.id());
    }

    void comment(TaskView task, String text) {
        care.comment(task.id(), text);
    }

    @Override
    public Optional<TaskDraft> draft(TaskView task) {
        return drafts.find(task.id());
    }

    @Override
    public TaskDraft keep(TaskView task, SaveDraft draft) {
        return drafts.save(task.id(), draft);
    }

    List<PointTemplate> templates() {
        return templates.list();
    }

    void keep(String place, String points) {
        templates.save(place, new SaveTemplate(points));
    }

    void forget(PointTemplate template) {
        templates.remove(template.name());
    }

    /** Whether the person may answer it, and not only see it. */
    boolean mayAnswer(TaskView task) {
        return tasks.mayAnswer(task, Person.viewer());
    }

    Optional<TaskView> find(UUID id) {
        return tasks.find(id, Person.viewer());
    }

    Optional<FileView> file(TaskView task, String path) {
        return tasks.file(task.id(), path);
    }

    String text(FileView file) {
        return files.text(file.id());
    }

    void answer(TaskView task, Map<String, String> variables, Map<String, String> answerFiles) {
        boolean taken = Notices.attempt(
                () -> tasks.complete(task.id(), new CompleteTask(variables, answerFiles), Person.name()));
        if (taken) {
            Notices.done(t("Thank you: {0} is done.", task.name()));
            Navigation.goToProject(task.projectId());
        }
    }
}
