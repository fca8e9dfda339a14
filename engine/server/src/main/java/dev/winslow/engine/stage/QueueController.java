package dev.winslow.engine.stage;

import dev.winslow.api.Paths;
import dev.winslow.api.stage.WaitingStage;
import dev.winslow.engine.access.Viewer;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.QUEUE)
class QueueController {
    private final WaitingStages waiting;

    QueueController(WaitingStages waiting) {
        this.waiting = waiting;
    }

    @GetMapping
    List<WaitingStage> show(@RequestParam(defaultValue = "100") int limit) {
        return waiting.first(Math.clamp(limit, 1, 1000), Viewer.current()).first();
    }
}
