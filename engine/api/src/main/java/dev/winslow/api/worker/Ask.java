package dev.winslow.api.worker;

import dev.winslow.api.task.TaskField;
import java.util.List;

/**
 * What a stage asks a person while it runs.
 *
 * @param id the stage's own name for the question, by which it finds the answer
 * @param title what the person reads first
 */
public record Ask(String leaseToken, String id, String title, List<TaskField> fields) {
    public Ask {
        fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
        return "Ask[id=" + id + ", title=" + title + "]";
    }
}
