package dev.winslow.engine.log;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogPage;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LogController {
    private final LogService logs;

    LogController(LogService logs) {
        this.logs = logs;
    }

    @GetMapping(Paths.ATTEMPTS + "/{id}/log")
    LogPage page(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "500") int count) {
        return logs.page(id, from, count);
    }
}
