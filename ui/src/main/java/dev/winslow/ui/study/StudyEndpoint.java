package dev.winslow.ui.study;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.study.StudyTable;
import dev.winslow.engine.study.StudyViews;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tables of studies for pages, which bring a session instead of a token. */
@RestController
class StudyEndpoint {
    private final StudyViews views;

    StudyEndpoint(StudyViews views) {
        this.views = views;
    }

    @GetMapping("/page/studies/{id}/table.csv")
    ResponseEntity<byte[]> table(@PathVariable UUID id) {
        String csv = views.find(id)
                .map(StudyTable::csv)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no study " + id + ".", "List the studies of the project."));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("study-" + id + ".csv")
                                .build()
                                .toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }
}
