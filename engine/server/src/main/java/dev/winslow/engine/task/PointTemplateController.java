package dev.winslow.engine.task;

import dev.winslow.api.Paths;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.task.PointTemplate;
import dev.winslow.api.task.SaveTemplate;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.POINT_TEMPLATES)
class PointTemplateController {
    private final PointTemplates templates;

    PointTemplateController(PointTemplates templates) {
        this.templates = templates;
    }

    @GetMapping
    List<PointTemplate> list() {
        return templates.list();
    }

    @GetMapping("/{name}")
    PointTemplate show(@PathVariable String name) {
        return templates
                .find(name)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no template \"" + name + "\".",
                        "List the templates to find its name."));
    }

    @PutMapping("/{name}")
    PointTemplate save(@PathVariable String name, @RequestBody SaveTemplate request) {
        return templates.save(name, request);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        templates.remove(name);
    }
}
