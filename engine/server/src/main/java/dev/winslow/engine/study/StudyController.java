package dev.winslow.engine.study;

import dev.winslow.api.Paths;
import dev.winslow.api.study.StartStudy;
import dev.winslow.api.study.StudySummary;
import dev.winslow.api.study.StudyView;
import dev.winslow.engine.project.ProjectService;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StudyController {
    private static final String OF_PROJECT = Paths.PROJECTS + "/{project}/studies";

    private final Studies studies;
    private final StudyViews views;
    private final ProjectService projects;

    StudyController(Studies studies, StudyViews views, ProjectService projects) {
        this.studies = studies;
        this.views = views;
        this.projects = projects;
    }

    @Operation(summary = "Starts a parameter study", description = """
                    A run for each combination of the parameters' values, all at once, beside the project's own run. Values are items between \
                    commas (a,b,c) and ranges of numbers (1..5, 0.1..0.9:0.2). All runs are started, or none.""")
    @PostMapping(OF_PROJECT)
    @ResponseStatus(HttpStatus.CREATED)
    StudyView start(@PathVariable UUID project, @RequestBody StartStudy request) {
        return show(studies.start(project, request));
    }

    @Operation(summary = "The parameter studies of a project, newest first, with how many of their runs stand how")
    @GetMapping(OF_PROJECT)
    List<StudySummary> ofProject(@PathVariable UUID project) {
        projects.require(project);
        return views.ofProject(project);
    }

    @Operation(summary = "A parameter study with the table of its runs: parameters, state, duration, results and files")
    @GetMapping(Paths.STUDIES + "/{id}")
    StudyView show(@PathVariable UUID id) {
        return views.of(studies.require(id));
    }

    @Operation(summary = "The table of a parameter study as CSV; files stand in it as addresses of this API")
    @GetMapping(value = Paths.STUDIES + "/{id}/table.csv", produces = "text/csv")
    ResponseEntity<byte[]> csv(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("study-" + id + ".csv")
                                .build()
                                .toString())
                .body(StudyTable.csv(show(id)).getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "Ends all runs of a parameter study that have not ended; what they have left stays")
    @PostMapping(Paths.STUDIES + "/{id}/cancel")
    StudyView cancel(@PathVariable UUID id) {
        studies.cancel(id);
        return show(id);
    }
}
