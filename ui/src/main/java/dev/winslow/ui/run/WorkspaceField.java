package dev.winslow.ui.run;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.winslow.api.run.WorkspaceChoice;
import dev.winslow.api.run.WorkspaceChoice.Source;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.ui.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** With which files a step begins. */
final class WorkspaceField extends ComboBox<WorkspaceField.Choice> {
    private WorkspaceField(List<Choice> choices) {
        super(t("Files to begin with"));
        setItemLabelGenerator(Choice::words);
        setItems(choices);
        setValue(choices.getFirst());
        setWidthFull();
    }

    /** Within an open run; a step that was tried begins with the same files as before unless the person says otherwise. */
    static WorkspaceField ofOpenRun(boolean tried, List<AttemptView> attempts) {
        List<Choice> choices = new ArrayList<>();
        if (tried) {
            choices.add(new Choice(t("The same as its last attempt"), Source.SAME));
        }
        choices.add(new Choice(t("What the steps before it left"), Source.LATEST));
        return new WorkspaceField(with(choices, attempts));
    }

    /** Of a new run that does not begin at the beginning. */
    static WorkspaceField ofNewRun(List<AttemptView> attempts) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(t("What the steps before it left in the last run"), Optional.empty()));
        return new WorkspaceField(with(choices, attempts));
    }

    private static List<Choice> with(List<Choice> choices, List<AttemptView> attempts) {
        choices.add(new Choice(t("The videos and uploads of the project"), Source.UPLOADS));
        choices.add(new Choice(t("No files"), Source.EMPTY));
        attempts.forEach(attempt -> choices.add(new Choice(
                words(attempt), Optional.of(new WorkspaceChoice(Source.ATTEMPT, Optional.of(attempt.id()))))));
        return choices;
    }

    private static String words(AttemptView attempt) {
        return t(
                "What attempt {0} of {1} left ({2})",
                attempt.number(),
                attempt.stageName(),
                Words.stateInSentence(attempt.state())
                        + attempt.endedAt().map(end -> ", " + Words.time(end)).orElse(""));
    }

    Optional<WorkspaceChoice> choice() {
        return getOptionalValue().flatMap(Choice::workspace);
    }

    record Choice(String words, Optional<WorkspaceChoice> workspace) {
        private Choice(String words, Source source) {
            this(words, Optional.of(WorkspaceChoice.of(source)));
        }
    }
}
