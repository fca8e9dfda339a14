package dev.winslow.engine.stage;

import dev.winslow.api.Paths;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.AttemptView;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.ATTEMPTS)
class AttemptController {
    private final Attempts attempts;
    private final AttemptUsages usages;

    AttemptController(Attempts attempts, AttemptUsages usages) {
        this.attempts = attempts;
        this.usages = usages;
    }

    @GetMapping("/{id}")
    AttemptView show(@PathVariable UUID id) {
        return attempts.require(id);
    }

    @GetMapping("/{id}/usage")
    AttemptUsage usage(@PathVariable UUID id) {
        return usages.require(id);
    }

    @PostMapping("/{id}/abort")
    AttemptView abort(@PathVariable UUID id) {
        attempts.abort(id);
        return attempts.require(id);
    }
}
