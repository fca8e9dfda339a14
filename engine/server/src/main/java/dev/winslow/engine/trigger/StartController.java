package dev.winslow.engine.trigger;

import dev.winslow.api.Paths;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.StartByToken;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The only address that a trigger's token opens. */
@RestController
class StartController {
    private final CalledTriggers triggers;

    StartController(CalledTriggers triggers) {
        this.triggers = triggers;
    }

    @PostMapping(Paths.START)
    @ResponseStatus(HttpStatus.CREATED)
    FiringView start(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable StartByToken request, Principal trigger) {
        return triggers.call(
                UUID.fromString(trigger.getName()),
                id,
                Optional.ofNullable(request).orElseGet(() -> new StartByToken(Map.of())));
    }
}
