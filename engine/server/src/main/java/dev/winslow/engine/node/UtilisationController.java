package dev.winslow.engine.node;

import dev.winslow.api.Paths;
import dev.winslow.api.node.LoadResolution;
import dev.winslow.api.node.NodeLoad;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.NODES + "/{id}/utilisation")
class UtilisationController {
    private final Utilisation utilisation;

    UtilisationController(Utilisation utilisation) {
        this.utilisation = utilisation;
    }

    @GetMapping
    List<NodeLoad> show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "SECOND") LoadResolution by,
            @RequestParam Optional<Duration> last) {
        return utilisation.of(id, by, last.orElse(by.usual()));
    }
}
