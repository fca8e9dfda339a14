package dev.winslow.engine.artifact;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadTicket;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.POOL)
class PoolController {
    private final FileService files;

    PoolController(FileService files) {
        this.files = files;
    }

    @GetMapping("/files")
    List<FileView> list() {
        return files.pool();
    }

    @PostMapping("/uploads")
    UploadTicket begin(@RequestBody BeginUpload request) {
        return files.beginPoolUpload(request);
    }

    @PostMapping("/uploads/complete")
    FileView complete(@RequestBody CompleteUpload request) {
        return files.completePoolUpload(request);
    }
}
