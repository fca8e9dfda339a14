package dev.winslow.engine.notify;

import dev.winslow.api.Paths;
import dev.winslow.engine.access.LastingViewers;
import dev.winslow.engine.project.ProjectService;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EventController {
    private final EventStreaming streaming;
    private final ProjectService projects;
    private final LastingViewers viewers;

    EventController(EventStreaming streaming, ProjectService projects, LastingViewers viewers) {
        this.streaming = streaming;
        this.projects = projects;
        this.viewers = viewers;
    }

    /**
     * What happens, as server-sent events: the kind as the event's name, an EventView as its data, and as its id the number to go on from. A
     * browser that connects again names the last id by itself; 0 asks for all from the first on.
     */
    @GetMapping(Paths.EVENTS)
    void stream(
            @RequestParam Optional<UUID> project,
            @RequestParam Optional<Long> after,
            @RequestHeader("Last-Event-ID") Optional<Long> lastEventId,
            HttpServletResponse response)
            throws InterruptedException {
        project.ifPresent(projects::require);
        // Which projects they may see is asked with each event.
        streaming.send(
                new EventStreaming.Reader(project, viewers.current(who -> true)),
                lastEventId.or(() -> after),
                response);
    }
}
