package dev.winslow.engine.stage;

import dev.winslow.api.Paths;
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

    AttemptController(Attempts attempts) {
        this.attempts = attempts;
    }

    @GetMapping("/{id}")
    AttemptView show(@PathVariable UUID id) {
        return attempts.require(id);
    }

    @PostMapping("/{id}/abort")
    AttemptView abort(@PathVariable UUID id) {
        attempts.abort(id);
        return attempts.require(id);
    }
}
