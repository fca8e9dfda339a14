package dev.winslow.engine.task;

import dev.winslow.api.Paths;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.problem.ProblemException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.TASKS)
class TaskController {
    private final TaskService tasks;
    private final FileService files;

    TaskController(TaskService tasks, FileService files) {
        this.tasks = tasks;
        this.files = files;
    }

    @GetMapping
    List<TaskView> open(@RequestParam Optional<UUID> project) {
        return tasks.open(project, Viewer.current());
    }

    @GetMapping("/{id}")
    TaskView show(@PathVariable UUID id) {
        return tasks.require(id);
    }

    @GetMapping("/{id}/files/{*path}")
    ResponseEntity<Void> file(@PathVariable UUID id, @PathVariable String path) {
        String name = path.substring(1);
        return tasks.file(id, name)
                .map(file -> ResponseEntity.status(HttpStatus.FOUND)
                        .location(files.download(file.id()))
                        .<Void>build())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "The task has no file " + name + ".", "List the files of its run."));
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable UUID id, @RequestBody CompleteTask answer, Principal who) {
        tasks.complete(id, answer, who.getName());
    }
}
