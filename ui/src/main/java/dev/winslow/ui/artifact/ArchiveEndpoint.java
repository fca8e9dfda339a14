package dev.winslow.ui.artifact;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.artifact.Archives;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Attempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Folders for links of pages, which bring a session instead of a token. */
@RestController
class ArchiveEndpoint {
    private final FileService files;
    private final Archives archives;
    private final ProjectService projects;
    private final Attempts attempts;
    private final Runs runs;

    ArchiveEndpoint(FileService files, Archives archives, ProjectService projects, Attempts attempts, Runs runs) {
        this.files = files;
        this.archives = archives;
        this.projects = projects;
        this.attempts = attempts;
        this.runs = runs;
    }

    @GetMapping("/page/projects/{id}/files.zip")
    void ofProject(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> run,
            @RequestParam Area area,
            @RequestParam Optional<String> under,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        archives.of(files.files(id, run, area), under)
                .send(request, response, name(projects.require(id).name(), area, under));
    }

    @GetMapping("/page/attempts/{id}/files.zip")
    void ofAttempt(
            @PathVariable UUID id,
            @RequestParam Area area,
            @RequestParam Optional<String> under,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AttemptView attempt = attempts.require(id);
        List<FileView> left = files.left(runs.require(attempt.runId()).projectId(), id).stream()
                .filter(file -> file.area() == area)
                .toList();
        archives.of(left, under)
                .send(request, response, name(attempt.stageName() + " " + attempt.number(), area, under));
    }

    private static String name(String of, Area area, Optional<String> under) {
        String what = under.orElseGet(() -> area.name().toLowerCase(Locale.ROOT));
        return (of + " " + what).replaceAll("[/\\\\]", "-");
    }
}
