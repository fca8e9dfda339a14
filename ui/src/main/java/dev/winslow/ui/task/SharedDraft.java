package dev.winslow.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.task.SaveDraft;
import dev.winslow.api.task.TaskDraft;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps what is begun of an answer. Where somebody else goes on with it elsewhere, it says so, and nobody writes over the other unasked. */
final class SharedDraft extends Div {
    private final transient TaskDesk desk;
    private final transient TaskView task;
    private final transient Consumer<String> show;
    private final Span words = new Span();
    private final String me = Person.name();
    private transient Optional<Instant> seen;
    private String mine = "";

    SharedDraft(TaskDesk desk, TaskView task, LiveUpdates live, Consumer<String> show) {
        this.desk = desk;
        this.task = task;
        this.show = show;
        seen = desk.draft(task).map(TaskDraft::savedAt);
        addClassName("winslow-waiting");
        getElement().setAttribute("role", "status");
        setVisible(false);
        Button theirs = new Button("Show theirs", click -> take());
        Button own = new Button("Keep mine", click -> insist());
        Div choice = new Div(words, theirs, own);
        choice.addClassName("winslow-bar");
        add(choice);
        live.keep(this, project -> project.equals(task.projectId()), this::look);
    }

    /** What was begun before. */
    Optional<String> content() {
        return desk.draft(task).map(TaskDraft::content);
    }

    /** Which draft this page goes on from, in a word. */
    String stamp() {
        return seen.map(Instant::toString).orElse("");
    }

    /** False where somebody else's comes first. */
    boolean save(String content) {
        mine = content;
        if (isVisible()) {
            return false;
        }
        try {
            seen = Optional.of(desk.keep(task, new SaveDraft(content, seen)).savedAt());
            return true;
        } catch (ProblemException refused) {
            look();
            return false;
        }
    }

    private void look() {
        Optional<TaskDraft> now = desk.draft(task);
        boolean other = now.isPresent() && !now.map(TaskDraft::savedAt).equals(seen);
        setVisible(other);
        now.filter(draft -> other)
                .ifPresent(draft -> words.setText("%s changed this answer in another window, %s."
                        .formatted(
                                draft.savedBy().equals(me) ? "You have" : draft.savedBy() + " has",
                                Words.time(draft.savedAt()))));
    }

    private void take() {
        desk.draft(task).ifPresent(draft -> {
            seen = Optional.of(draft.savedAt());
            setVisible(false);
            show.accept(draft.content());
        });
    }

    private void insist() {
        seen = desk.draft(task).map(TaskDraft::savedAt);
        setVisible(false);
        if (!mine.isEmpty()) {
            save(mine);
        }
    }
}
