package dev.winslow.engine.pipeline;

import dev.winslow.api.Paths;
import dev.winslow.api.pipeline.PipelineView;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.PIPELINES)
class PipelineController {
    private final PipelineService pipelines;

    PipelineController(PipelineService pipelines) {
        this.pipelines = pipelines;
    }

    @GetMapping
    List<PipelineView> list() {
        return pipelines.list();
    }

    @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    PipelineView deploy(@RequestBody String xml) {
        return pipelines.deploy(xml);
    }

    @GetMapping("/{key}")
    PipelineView show(@PathVariable String key) {
        return pipelines.require(key);
    }

    @GetMapping(value = "/{key}/versions/{version}/xml", produces = MediaType.APPLICATION_XML_VALUE)
    String xml(@PathVariable String key, @PathVariable int version) {
        return pipelines.xml(key, version);
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String key) {
        pipelines.retire(key);
    }
}
