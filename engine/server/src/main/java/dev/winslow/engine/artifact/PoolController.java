package dev.winslow.engine.artifact;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.FoundFile;
import dev.winslow.api.artifact.MoveFile;
import dev.winslow.api.artifact.PoolUser;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.engine.access.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.POOL)
class PoolController {
    private final FileService files;
    private final PoolService pool;
    private final FoundFiles found;

    PoolController(FileService files, PoolService pool, FoundFiles found) {
        this.files = files;
        this.pool = pool;
        this.found = found;
    }

    @GetMapping("/files")
    List<FileView> list() {
        return files.pool();
    }

    @GetMapping("/files/{id}")
    ResponseEntity<Void> download(@PathVariable("id") UUID id) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(files.download(pool.require(id).id()))
                .build();
    }

    /** What was put into the bucket by an S3 client and is not in the pool yet. */
    @GetMapping("/found")
    List<FoundFile> found() {
        return found.ofPool();
    }

    @GetMapping("/files/{id}/users")
    List<PoolUser> users(@PathVariable("id") UUID id) {
        return pool.users(id, Viewer.current());
    }

    @PatchMapping("/files/{id}")
    FileView move(@PathVariable("id") UUID id, @RequestBody MoveFile request) {
        return pool.move(id, request.path());
    }

    @DeleteMapping("/files/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable("id") UUID id) {
        pool.delete(id, Viewer.current());
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
