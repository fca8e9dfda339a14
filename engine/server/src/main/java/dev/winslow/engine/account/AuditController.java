package dev.winslow.engine.account;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventView;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.history.Events;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {
    private final Events events;

    AuditController(Events events) {
        this.events = events;
    }

    @Operation(
            summary = "Who did what with people, tokens, nodes, the pool and variables of all projects, newest first.")
    @GetMapping(Paths.AUDIT)
    List<EventView> audit(@RequestParam Optional<Long> before, @RequestParam(defaultValue = "100") int limit) {
        return events.audit(before, Math.clamp(limit, 1, 1000)).stream()
                .map(Event::view)
                .toList();
    }
}
