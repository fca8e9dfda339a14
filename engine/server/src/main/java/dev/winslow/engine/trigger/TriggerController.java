package dev.winslow.engine.trigger;

import dev.winslow.api.Paths;
import dev.winslow.api.trigger.ChangeTrigger;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.engine.access.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.TRIGGERS)
class TriggerController {
    private final TriggerService triggers;

    TriggerController(TriggerService triggers) {
        this.triggers = triggers;
    }

    @GetMapping
    List<TriggerView> list(@RequestParam Optional<UUID> project) {
        return triggers.list(project, Viewer.current());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedTrigger create(@RequestBody CreateTrigger request) {
        return triggers.create(request, Viewer.current());
    }

    @GetMapping("/{id}")
    TriggerView show(@PathVariable UUID id) {
        return triggers.show(id);
    }

    @GetMapping("/{id}/firings")
    List<FiringView> firings(@PathVariable UUID id) {
        return triggers.firings(id);
    }

    @PutMapping("/{id}")
    TriggerView change(@PathVariable UUID id, @RequestBody ChangeTrigger request) {
        return triggers.change(id, request, Viewer.current());
    }

    @PostMapping("/{id}/restore")
    TriggerView restore(@PathVariable UUID id) {
        return triggers.restore(id);
    }

    @PostMapping("/{id}/enable")
    TriggerView enable(@PathVariable UUID id) {
        return triggers.enable(id);
    }

    @PostMapping("/{id}/disable")
    TriggerView disable(@PathVariable UUID id) {
        return triggers.disable(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        triggers.remove(id);
    }
}
