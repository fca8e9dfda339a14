package dev.winslow.engine.notify;

import dev.winslow.api.Paths;
import dev.winslow.api.notify.CreateRule;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.RuleView;
import dev.winslow.engine.access.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is told what of a project. */
@RestController
@RequestMapping(Paths.PROJECT_NOTIFICATIONS)
class ProjectRuleController {
    private final RuleService rules;

    ProjectRuleController(RuleService rules) {
        this.rules = rules;
    }

    @GetMapping
    List<RuleView> list(@PathVariable UUID project) {
        return rules.list(new Owner.OfProject(project), Viewer.current());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedRule create(@PathVariable UUID project, @RequestBody CreateRule request) {
        return rules.create(new Owner.OfProject(project), request, Viewer.current());
    }

    @PutMapping("/{id}")
    RuleView change(@PathVariable UUID project, @PathVariable UUID id, @RequestBody CreateRule request) {
        return rules.change(new Owner.OfProject(project), id, request, Viewer.current());
    }

    @PostMapping("/{id}/secret")
    CreatedRule replaceSecret(@PathVariable UUID project, @PathVariable UUID id) {
        return rules.replaceSecret(new Owner.OfProject(project), id, Viewer.current());
    }

    @PostMapping("/{id}/enable")
    RuleView enable(@PathVariable UUID project, @PathVariable UUID id) {
        return rules.enable(new Owner.OfProject(project), id, Viewer.current());
    }

    @PostMapping("/{id}/disable")
    RuleView disable(@PathVariable UUID project, @PathVariable UUID id) {
        return rules.disable(new Owner.OfProject(project), id, Viewer.current());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID project, @PathVariable UUID id) {
        rules.remove(new Owner.OfProject(project), id, Viewer.current());
    }

    @PostMapping("/{id}/restore")
    RuleView restore(@PathVariable UUID project, @PathVariable UUID id) {
        return rules.restore(new Owner.OfProject(project), id, Viewer.current());
    }
}
