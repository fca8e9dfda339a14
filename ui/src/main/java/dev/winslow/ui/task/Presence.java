package dev.winslow.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.winslow.ui.security.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who has which task open at the moment, on this server. */
@org.springframework.stereotype.Component
class Presence {
    private final Map<UUID, List<Visitor>> visitors = new ConcurrentHashMap<>();

    private record Visitor(UI ui, String name, Consumer<List<String>> told) {}

    /** Tells the names of all others who have the task open, now and whenever that changes. */
    void keep(UUID task, Component page, Consumer<List<String>> told) {
        page.addAttachListener(attached -> {
            Visitor visitor = new Visitor(attached.getUI(), Person.name(), told);
            visitors.computeIfAbsent(task, id -> new CopyOnWriteArrayList<>()).add(visitor);
            tell(task);
            page.addDetachListener(detached -> {
                detached.unregisterListener();
                leave(task, visitor);
            });
        });
    }

    private void leave(UUID task, Visitor visitor) {
        visitors.computeIfPresent(task, (id, all) -> {
            all.remove(visitor);
            return all.isEmpty() ? null : all;
        });
        tell(task);
    }

    private void tell(UUID task) {
        List<Visitor> all = visitors.getOrDefault(task, List.of());
        for (Visitor visitor : all) {
            List<String> others = all.stream()
                    .filter(other -> !other.equals(visitor))
                    .map(Visitor::name)
                    .toList();
            if (visitor.ui().isAttached()) {
                var _ = visitor.ui().access(() -> visitor.told().accept(others));
            }
        }
    }
}
