package dev.winslow.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.task.TaskForm;
import dev.winslow.api.task.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InboxGroupTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void putsWhatIsOverdueFirst() {
        TaskView old = task("Old", Duration.ofDays(5), Optional.empty());
        TaskView young = task("Young", Duration.ofHours(1), Optional.empty());
        TaskView late = task("Late", Duration.ofHours(2), Optional.of(NOW.minusSeconds(60)));
        TaskView soon = task("Soon", Duration.ofHours(2), Optional.of(NOW.plusSeconds(3600)));

        Map<String, List<TaskView>> groups = InboxGroup.URGENCY.of(List.of(young, soon, old, late), NOW);

        assertThat(groups.keySet())
                .containsExactly("Overdue", "Due within a day", "Waiting for more than two days", "Waiting");
        assertThat(groups.get("Overdue")).containsExactly(late);
    }

    @Test
    void putsTheOldestFirstWhereNothingIsDue() {
        TaskView older = task("Older", Duration.ofHours(5), Optional.empty());
        TaskView younger = task("Younger", Duration.ofHours(1), Optional.empty());

        assertThat(InboxGroup.KIND.of(List.of(younger, older), NOW).get("Review"))
                .containsExactly(older, younger);
    }

    @Test
    void saysHowMuchTimeIsLeft() {
        assertThat(DueWords.of(task("a", Duration.ofHours(1), Optional.of(NOW.minus(Duration.ofDays(3)))), NOW))
                .map(DueWords::words)
                .contains("Overdue by 3 days");
        assertThat(DueWords.of(task("a", Duration.ofHours(1), Optional.of(NOW.plus(Duration.ofMinutes(90)))), NOW))
                .map(DueWords::words)
                .contains("Due in 1 h 30 min");
    }

    private static TaskView task(String name, Duration age, Optional<Instant> due) {
        UUID id = new UUID(0, 1);
        return new TaskView(
                id,
                id,
                id,
                "Bridge",
                "review",
                name,
                TaskForm.REVIEW,
                NOW.minus(age),
                Optional.empty(),
                Map.of(),
                List.of(),
                due,
                0);
    }
}
