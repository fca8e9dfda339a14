package dev.winslow.engine.flowable;

import dev.winslow.engine.flowable.ProcessKernel.UserTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.flowable.engine.TaskService;
import org.flowable.task.api.Task;

/** The engine's open steps of people. */
record UserTasks(TaskService tasks) {
    static UserTask view(Task task) {
        return new UserTask(
                UUID.fromString(task.getId()),
                UUID.fromString(task.getProcessInstanceId()),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                task.getCreateTime().toInstant(),
                Optional.ofNullable(task.getAssignee()));
    }

    /** Oldest first. */
    List<UserTask> list() {
        return tasks.createTaskQuery().orderByTaskCreateTime().asc().list().stream()
                .map(UserTasks::view)
                .toList();
    }

    Optional<Task> find(UUID id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id.toString()).singleResult());
    }

    /** Whether it was open. */
    boolean complete(UUID id, Map<String, String> variables) {
        if (find(id).isEmpty()) {
            return false;
        }
        tasks.complete(id.toString(), new HashMap<>(variables));
        return true;
    }

    /** Whether it was open; nobody holds it where no person is named. */
    boolean assign(UUID id, Optional<String> person) {
        if (find(id).isEmpty()) {
            return false;
        }
        tasks.setAssignee(id.toString(), person.orElse(null));
        return true;
    }
}
