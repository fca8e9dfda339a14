package dev.winslow.engine.pipeline;

import dev.winslow.api.Paths;
import dev.winslow.api.pipeline.PipelineContent;
import dev.winslow.api.pipeline.PipelineDiff;
import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.api.pipeline.PipelineVersionView;
import dev.winslow.engine.access.Viewer;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a pipeline and its users over HTTP. */
@RestController
@RequestMapping(Paths.PIPELINES + "/{key}")
class PipelineHistoryController {
    private final PipelineHistory history;

    PipelineHistoryController(PipelineHistory history) {
        this.history = history;
    }

    @GetMapping("/versions")
    List<PipelineVersionView> versions(@PathVariable("key") String key) {
        return history.versions(key);
    }

    @GetMapping("/versions/{version}")
    PipelineContent content(@PathVariable("key") String key, @PathVariable("version") int version) {
        return history.content(key, version);
    }

    @GetMapping(path = "/versions/{version}/xml", produces = MediaType.APPLICATION_XML_VALUE)
    String xml(@PathVariable("key") String key, @PathVariable("version") int version) {
        return history.xml(key, version);
    }

    @GetMapping("/diff")
    PipelineDiff diff(@PathVariable("key") String key, @RequestParam("from") int from, @RequestParam("to") int to) {
        return history.diff(key, from, to);
    }

    @GetMapping("/users")
    List<PipelineUser> users(@PathVariable("key") String key) {
        return history.users(key, Viewer.current());
    }
}
