package dev.winslow.ui.pipeline;

import dev.winslow.engine.pipeline.PipelineHistory;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Pipelines for saving from pages, which bring a session instead of a token. */
@RestController
class PipelineDownload {
    private final PipelineHistory history;

    PipelineDownload(PipelineHistory history) {
        this.history = history;
    }

    static String of(String key, int version) {
        return "page/pipelines/" + key + "/versions/" + version;
    }

    @GetMapping("/page/pipelines/{key}/versions/{version}")
    ResponseEntity<byte[]> xml(@PathVariable("key") String key, @PathVariable("version") int version) {
        String name = key + "-" + version + ".bpmn";
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(history.xml(key, version).getBytes(StandardCharsets.UTF_8));
    }
}
