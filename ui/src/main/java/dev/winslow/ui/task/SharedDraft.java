package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.task.SaveDraft;
import dev.winslow.api.task.TaskDraft;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps what is begun of an answer. Where somebody else goes on with it elsewhere, it says so, and nobody writes over the other unasked. */
final class SharedDraft extends Div {
    private final transient Drafts desk;
    private final transient TaskView task;
    private final transient Consumer<String> show;
    private final Span words = new Span();
    private final Div choice;
    private final String me = Person.name();
    private transient Optional<Instant> seen;
    private String mine = "";
    /** Whether somebody else's comes first. */
    private boolean behind;

    /** @param show is called with what somebody else has made of it, where the person wants that */
    static SharedDraft of(Drafts desk, TaskView task, LiveUpdates live, Consumer<String> show) {
        SharedDraft draft = new SharedDraft(desk, task, show);
        live.keep(draft, project -> project.equals(task.projectId()), draft::look);
        return draft;
    }

    SharedDraft(Drafts desk, TaskView task, Consumer<String> show) {
        this.desk = desk;
        this.task = task;
        this.show = show;
        seen = desk.draft(task).map(TaskDraft::savedAt);
        addClassName("winslow-waiting");
        getElement().setAttribute("role", "status");
        setVisible(false);
        Button theirs = new Button(t("Show theirs"), click -> take());
        Button own = new Button(t("Keep mine"), click -> insist());
        choice = new Div(theirs, own);
        Div bar = new Div(words, choice);
        bar.addClassName("winslow-bar");
        add(bar);
    }

    /** What was begun before. */
    Optional<String> content() {
        return desk.draft(task).map(TaskDraft::content);
    }

    /** Which draft this page goes on from, in a word. */
    String stamp() {
        return seen.map(Instant::toString).orElse("");
    }

    /** False where somebody else's comes first, or it cannot be kept for another reason, which it says for as long as that is so. */
    boolean save(String content) {
        mine = content;
        if (behind) {
            return false;
        }
        try {
            seen = Optional.of(desk.keep(task, new SaveDraft(content, seen)).savedAt());
            setVisible(false);
            return true;
        } catch (ProblemException refused) {
            look();
            if (!behind) {
                say(t("What you have changed is not kept: {0}", Notices.sentence(refused)));
            }
            return false;
        }
    }

    void look() {
        Optional<TaskDraft> now = desk.draft(task);
        boolean was = behind;
        behind = now.isPresent() && !now.map(TaskDraft::savedAt).equals(seen);
        if (behind) {
            now.ifPresent(draft -> say(
                    draft.savedBy().equals(me)
                            ? t("You have changed this answer in another window, {0}.", Words.time(draft.savedAt()))
                            : t(
                                    "{0} has changed this answer in another window, {1}.",
                                    draft.savedBy(), Words.time(draft.savedAt()))));
        } else if (was) {
            setVisible(false);
        }
    }

    private void say(String sentence) {
        words.setText(sentence);
        choice.setVisible(behind);
        setVisible(true);
    }

    private void goOnFrom(Optional<TaskDraft> draft) {
        seen = draft.map(TaskDraft::savedAt);
        behind = false;
        setVisible(false);
    }

    private void take() {
        desk.draft(task).ifPresent(draft -> {
            goOnFrom(Optional.of(draft));
            show.accept(draft.content());
        });
    }

    private void insist() {
        goOnFrom(desk.draft(task));
        if (!mine.isEmpty()) {
            save(mine);
        }
    }
}
