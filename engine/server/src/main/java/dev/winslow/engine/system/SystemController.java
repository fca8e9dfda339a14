package dev.winslow.engine.system;

import dev.winslow.api.Paths;
import dev.winslow.api.system.SystemCheck;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SystemController {
    private final SystemHealth health;

    SystemController(SystemHealth health) {
        this.health = health;
    }

    @GetMapping(Paths.SYSTEM)
    List<SystemCheck> look() {
        return health.look();
    }
}
