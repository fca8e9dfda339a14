package dev.winslow.engine.run;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.AddedFile;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadTicket;
import java.util.List;
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

/** Files that people add to the workspace of a step, for its next attempt. */
@RestController
@RequestMapping(Paths.STEP_FILES)
class StepFileController {
    private final StepFiles files;

    StepFileController(StepFiles files) {
        this.files = files;
    }

    @GetMapping
    List<AddedFile> list(@PathVariable UUID id, @PathVariable String stepId) {
        return files.list(id, stepId);
    }

    @PostMapping("/uploads")
    UploadTicket begin(@PathVariable UUID id, @PathVariable String stepId, @RequestBody BeginUpload request) {
        return files.begin(id, stepId, request);
    }

    @PostMapping("/uploads/complete")
    FileView complete(@PathVariable UUID id, @PathVariable String stepId, @RequestBody CompleteUpload request) {
        return files.complete(id, stepId, request);
    }

    /** All that was added under the name of this file. */
    @DeleteMapping("/{fileId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable String stepId, @PathVariable UUID fileId) {
        files.remove(id, stepId, fileId);
    }
}
