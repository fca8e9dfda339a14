package dev.winslow.engine.run;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.FoundFile;
import dev.winslow.api.artifact.LinkFile;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.engine.artifact.Archives;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.artifact.FoundFiles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RestController;

/** Files of a project and its runs. It stands beside the runs because without one named it means the latest. */
@RestController
@RequestMapping(Paths.PROJECTS + "/{projectId}")
class FileController {
    private final FileService files;
    private final Archives archives;
    private final Runs runs;
    private final FoundFiles found;

    FileController(FileService files, Archives archives, Runs runs, FoundFiles found) {
        this.files = files;
        this.archives = archives;
        this.runs = runs;
        this.found = found;
    }

    @GetMapping("/files")
    List<FileView> list(
            @PathVariable UUID projectId,
            @RequestParam Optional<UUID> run,
            @RequestParam(defaultValue = "OUTPUT") Area area) {
        return files.files(projectId, run.or(() -> runs.latest(projectId).map(Run::id)), area);
    }

    /** An archive of what the list has, or of a folder of it. */
    @GetMapping("/files.zip")
    void archive(
            @PathVariable UUID projectId,
            @RequestParam Optional<UUID> run,
            @RequestParam(defaultValue = "OUTPUT") Area area,
            @RequestParam Optional<String> under,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        archives.of(list(projectId, run, area), under)
                .send(request, response, area.name().toLowerCase(Locale.ROOT) + "-" + projectId);
    }

    /** What was put into the project's bucket by an S3 client and is none of its files yet. */
    @GetMapping("/found")
    List<FoundFile> found(@PathVariable UUID projectId) {
        return found.of(projectId);
    }

    @GetMapping("/files/{fileId}")
    ResponseEntity<Void> download(@PathVariable UUID projectId, @PathVariable UUID fileId) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(files.download(projectId, fileId))
                .build();
    }

    @PostMapping("/files")
    FileView link(@PathVariable UUID projectId, @RequestBody LinkFile request) {
        return files.linkFromPool(projectId, request.poolFile());
    }

    @PostMapping("/uploads")
    UploadTicket begin(@PathVariable UUID projectId, @RequestBody BeginUpload request) {
        return files.beginUpload(projectId, request);
    }

    @PostMapping("/uploads/complete")
    FileView complete(@PathVariable UUID projectId, @RequestBody CompleteUpload request) {
        return files.completeUpload(projectId, request);
    }
}
