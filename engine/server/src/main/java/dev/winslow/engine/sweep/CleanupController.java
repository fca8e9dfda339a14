package dev.winslow.engine.sweep;

import dev.winslow.api.Paths;
import dev.winslow.api.project.CleanUp;
import dev.winslow.api.project.CleanUpReport;
import dev.winslow.api.project.ProjectUsage;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.PROJECTS + "/{projectId}")
class CleanupController {
    private final Cleanup cleanup;
    private final UploadRemoval uploads;

    CleanupController(Cleanup cleanup, UploadRemoval uploads) {
        this.cleanup = cleanup;
        this.uploads = uploads;
    }

    @GetMapping("/usage")
    ProjectUsage usage(@PathVariable UUID projectId) {
        return cleanup.usage(projectId);
    }

    @PostMapping("/cleanup")
    CleanUpReport clean(@PathVariable UUID projectId, @RequestBody CleanUp rule) {
        return cleanup.clean(projectId, rule);
    }

    @DeleteMapping("/files/{fileId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID projectId, @PathVariable UUID fileId) {
        uploads.remove(projectId, fileId);
    }
}
