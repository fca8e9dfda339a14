package dev.winslow.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.task.SaveDraft;
import dev.winslow.api.task.TaskDraft;
import dev.winslow.api.task.TaskForm;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedDraftTest {
    private static final UUID ID = new UUID(0, 1);

    private final Kept kept = new Kept();
    private String shown = "";
    private final SharedDraft draft = new SharedDraft(kept, task(), content -> shown = content);

    /** Who is current is not held by that. */
    private final UI page = new UI();

    /** Times are told as those of a page. */
    @BeforeEach
    void open() {
        UI.setCurrent(page);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @Test
    void keepsWhatIsBegun() {
        assertThat(draft.save("half")).isTrue();
        assertThat(draft.save("more")).isTrue();

        assertThat(draft.isVisible()).isFalse();
        assertThat(draft.content()).contains("more");
    }

    @Test
    void saysWhyItIsNotKeptUntilItIs() {
        kept.refusal = Optional.of("You may only look at this project.");
        assertThat(draft.save("half")).isFalse();
        draft.look();

        assertThat(draft.isVisible()).isTrue();
        assertThat(words()).contains("What you have changed is not kept: You may only look at this project.");
        assertThat(offers()).isEmpty();

        kept.refusal = Optional.empty();
        assertThat(draft.save("half and more")).isTrue();
        assertThat(draft.isVisible()).isFalse();
    }

    @Test
    void offersWhatSomebodyElseHasMade() {
        draft.save("mine");
        kept.write("theirs");

        assertThat(draft.save("mine too")).isFalse();
        assertThat(words()).contains("Bo has changed this answer in another window");
        assertThat(offers()).extracting(Button::getText).containsExactly("Show theirs", "Keep mine");
        click(offers().findFirst());

        assertThat(shown).isEqualTo("theirs");
        assertThat(draft.isVisible()).isFalse();
        assertThat(draft.save("theirs and mine")).isTrue();
    }

    @Test
    void writesOverTheOtherOnlyWhenAsked() {
        draft.save("mine");
        kept.write("theirs");
        draft.look();
        assertThat(draft.save("mine again")).isFalse();

        click(offers().reduce((first, last) -> last));

        assertThat(draft.content()).contains("mine again");
    }

    private String words() {
        return draft.getElement().getTextRecursively();
    }

    private Stream<Button> offers() {
        return inside(draft).filter(Button.class::isInstance).map(Button.class::cast);
    }

    private static void click(Optional<Button> offer) {
        Button button = offer.orElseThrow();
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }

    private static Stream<Component> inside(Component root) {
        return Stream.concat(
                Stream.of(root),
                root.getChildren().filter(SharedDraftTest::isSeen).flatMap(SharedDraftTest::inside));
    }

    private static boolean isSeen(Component part) {
        return part.getElement().isTextNode() || part.isVisible();
    }

    private static TaskView task() {
        return new TaskView(
                ID,
                ID,
                ID,
                "Bridge",
                "fields",
                "Fields",
                TaskForm.FORM,
                Instant.EPOCH,
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                0);
    }

    /** Keeps one draft, as the server does. */
    private static final class Kept implements Drafts {
        private Optional<TaskDraft> last = Optional.empty();
        private Optional<String> refusal = Optional.empty();
        private int count;

        @Override
        public Optional<TaskDraft> draft(TaskView task) {
            return last;
        }

        @Override
        public TaskDraft keep(TaskView task, SaveDraft draft) {
            refusal.ifPresent(why -> {
                throw new ProblemException(ProblemType.FORBIDDEN, why, "Ask its owner.");
            });
            if (!last.map(TaskDraft::savedAt).equals(draft.seen())) {
                throw new ProblemException(ProblemType.CONFLICT, "It was changed meanwhile.", "Read it again.");
            }
            return store(draft.content(), "Ada");
        }

        void write(String content) {
            store(content, "Bo");
        }

        private TaskDraft store(String content, String who) {
            TaskDraft draft = new TaskDraft(content, Instant.EPOCH.plusSeconds(++count), who);
            last = Optional.of(draft);
            return draft;
        }
    }
}
