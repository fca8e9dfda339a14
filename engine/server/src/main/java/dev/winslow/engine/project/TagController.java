package dev.winslow.engine.project;

import dev.winslow.api.Paths;
import dev.winslow.api.project.TagView;
import dev.winslow.engine.access.Viewer;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tags that projects carry, to complete what a person types. */
@RestController
class TagController {
    private final ProjectService projects;

    TagController(ProjectService projects) {
        this.projects = projects;
    }

    @GetMapping(Paths.TAGS)
    List<TagView> tags(@RequestParam(defaultValue = "") String prefix) {
        return projects.tags(prefix, Viewer.current());
    }
}
