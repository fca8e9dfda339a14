package dev.winslow.engine.task;

import dev.winslow.api.Paths;
import dev.winslow.api.task.AddComment;
import dev.winslow.api.task.AssignTask;
import dev.winslow.api.task.SaveDraft;
import dev.winslow.api.task.SetDue;
import dev.winslow.api.task.TaskComment;
import dev.winslow.api.task.TaskDraft;
import dev.winslow.api.task.TaskView;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who does a task, by when, what is said about it, and what is begun of its answer. */
@RestController
@RequestMapping(Paths.TASKS + "/{id}")
class TaskCareController {
    private final TaskCare care;
    private final AnswerDrafts drafts;

    TaskCareController(TaskCare care, AnswerDrafts drafts) {
        this.care = care;
        this.drafts = drafts;
    }

    @PostMapping("/claim")
    TaskView claim(@PathVariable UUID id) {
        return care.claim(id);
    }

    @PutMapping("/assignee")
    TaskView assign(@PathVariable UUID id, @RequestBody AssignTask request) {
        return care.assign(id, request.to());
    }

    @PutMapping("/due")
    TaskView due(@PathVariable UUID id, @RequestBody SetDue request) {
        return care.due(id, request.at());
    }

    @GetMapping("/comments")
    List<TaskComment> comments(@PathVariable UUID id) {
        return care.comments(id);
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.CREATED)
    TaskComment comment(@PathVariable UUID id, @RequestBody AddComment request) {
        return care.comment(id, request.text());
    }

    /** 204 where nothing is begun. */
    @GetMapping("/draft")
    ResponseEntity<TaskDraft> draft(@PathVariable UUID id) {
        return drafts.find(id)
                .map(ResponseEntity::ok)
                .orElse(ResponseEntity.noContent().build());
    }

    @PutMapping("/draft")
    TaskDraft save(@PathVariable UUID id, @RequestBody SaveDraft request) {
        return drafts.save(id, request);
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id) {
        drafts.remove(id);
    }
}
