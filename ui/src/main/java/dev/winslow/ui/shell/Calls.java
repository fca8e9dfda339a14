package dev.winslow.ui.shell;

import com.vaadin.flow.shared.Registration;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.notify.Attention;
import dev.winslow.engine.notify.EventWatch;
import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.ui.shell.PersonalCalls.Call;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** All that calling a person asks of the server. */
@Component
public class Calls {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("calls").factory());
    private final PersonalCalls people;
    private final Attention attention;
    private final ProjectService projects;

    Calls(EventWatch watch, Attention attention, ProjectService projects) {
        people = new PersonalCalls(watch::listen, this::calling, thread);
        this.attention = attention;
        this.projects = projects;
    }

    /** The page is called with what calls for the person from now on. */
    Registration listen(Viewer person, Consumer<List<Call>> page) {
        return people.listen(person, page);
    }

    private List<Call> calling(List<Event> events, Viewer person) {
        return attention.calling(events, person).stream()
                .map(event -> new Call(event, projectName(event)))
                .toList();
    }

    int unreadFailures(Viewer person) {
        return attention.unreadFailures(person);
    }

    private String projectName(Event event) {
        return event.projectId().flatMap(projects::stored).map(Project::name).orElse("");
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }

    /** The person looks at the project now. Says whether there was something new. */
    public boolean read(UUID project, Viewer person) {
        return attention.read(project, person);
    }
}
