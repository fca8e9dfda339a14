package dev.winslow.ui.task;

import dev.winslow.api.task.SaveDraft;
import dev.winslow.api.task.TaskDraft;
import dev.winslow.api.task.TaskView;
import java.util.Optional;

/** Keeps answers that are begun. */
interface Drafts {
    Optional<TaskDraft> draft(TaskView task);

    /** Refuses what goes on from another draft than the last one. */
    TaskDraft keep(TaskView task, SaveDraft draft);
}
