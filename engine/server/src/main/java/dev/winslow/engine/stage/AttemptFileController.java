package dev.winslow.engine.stage;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.artifact.Archive;
import dev.winslow.engine.artifact.Archives;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.run.Runs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What attempts left, also those that failed or were aborted. */
@RestController
class AttemptFileController {
    private final Attempts attempts;
    private final Runs runs;
    private final FileService files;
    private final Archives archives;

    AttemptFileController(Attempts attempts, Runs runs, FileService files, Archives archives) {
        this.attempts = attempts;
        this.runs = runs;
        this.files = files;
        this.archives = archives;
    }

    @GetMapping(Paths.ATTEMPT_FILES)
    List<FileView> list(@PathVariable UUID id, @RequestParam Optional<Area> area) {
        return left(attempts.require(id), area);
    }

    @GetMapping(Paths.ATTEMPT_ARCHIVE)
    void archive(
            @PathVariable UUID id,
            @RequestParam Optional<Area> area,
            @RequestParam Optional<String> under,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AttemptView attempt = attempts.require(id);
        List<FileView> left = left(attempt, area);
        Archive archive = area.isPresent() ? archives.of(left, under) : archives.byArea(left, under);
        archive.send(request, response, attempt.stageId() + "-" + attempt.number() + "-" + id);
    }

    private List<FileView> left(AttemptView attempt, Optional<Area> area) {
        return files.left(runs.require(attempt.runId()).projectId(), attempt.id()).stream()
                .filter(file -> area.filter(wanted -> wanted != file.area()).isEmpty())
                .toList();
    }
}
