package dev.winslow.ui.node;

import dev.winslow.api.node.LoadResolution;
import dev.winslow.api.node.NodeLoad;
import dev.winslow.engine.node.Utilisation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How busy nodes are, for pages: as many points as a curve can show. */
@RestController
class LoadEndpoint {
    private static final Duration TO_THE_SECOND = Duration.ofMinutes(5);

    private final Utilisation utilisation;

    LoadEndpoint(Utilisation utilisation) {
        this.utilisation = utilisation;
    }

    /**
     * By node, points in time.
     *
     * @param span how far back, in milliseconds
     * @param after where given, only what came after this moment, in milliseconds since 1970
     */
    @GetMapping("/page/nodes/load")
    Map<UUID, List<LoadPoint>> load(
            @RequestParam List<UUID> node, @RequestParam long span, @RequestParam(defaultValue = "0") long after) {
        Duration length = Duration.ofMillis(
                Math.clamp(span, 1000, LoadResolution.MINUTE.keptFor().toMillis()));
        Map<UUID, List<LoadPoint>> points = new TreeMap<>();
        node.forEach(id -> points.put(id, points(id, length, Instant.ofEpochMilli(after))));
        return points;
    }

    private List<LoadPoint> points(UUID node, Duration length, Instant after) {
        LoadResolution resolution =
                length.compareTo(LoadResolution.SECOND.keptFor()) > 0 ? LoadResolution.MINUTE : LoadResolution.SECOND;
        List<NodeLoad> loads = utilisation.of(node, resolution, length).stream()
                .filter(load -> load.at().isAfter(after))
                .toList();
        return LoadPoint.of(
                loads, length.compareTo(TO_THE_SECOND) > 0 ? length.dividedBy(LoadPoint.MOST) : Duration.ofSeconds(1));
    }
}
