package dev.winslow.engine.notify;

import dev.winslow.api.access.Everyone;
import dev.winslow.api.history.EventKind;
import dev.winslow.engine.access.AccessService;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.history.EventFeed.Entry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which events somebody may learn of, as rights are at this moment: those of projects that they may see. One query for many events. */
@Component
class EventSight {
    private final ProjectAccess access;
    private final AccessService people;

    EventSight(ProjectAccess access, AccessService people) {
        this.access = access;
        this.people = people;
    }

    /** On whose behalf a rule tells: a person's, or the project's itself. */
    Viewer viewer(Rule rule) {
        return rule.person().map(people::viewer).orElse(Viewer.SYSTEM);
    }

    List<Entry> visible(List<Entry> entries, Viewer viewer) {
        if (viewer.all()) {
            return entries;
        }
        Set<UUID> projects = entries.stream()
                .flatMap(entry -> entry.event().projectId().stream())
                .collect(Collectors.toSet());
        Set<UUID> seen = access.seen(projects, viewer);
        return entries.stream()
                .filter(entry -> entry.event()
                                .projectId()
                                .filter(project -> !seen.contains(project))
                                .isEmpty()
                        || isDeletionFor(entry.event(), viewer))
                .toList();
    }

    /** Of a project that is gone only the event itself can say who could see it. */
    private static boolean isDeletionFor(Event event, Viewer viewer) {
        return event.kind() == EventKind.PROJECT_DELETED
                && (event.who().equals(viewer.name())
                        || Objects.equals(event.details().get("owner"), viewer.name())
                        || Optional.ofNullable(event.details().get("everyone"))
                                .filter(everyone -> !everyone.equals(Everyone.NOTHING.name()))
                                .isPresent());
    }
}
