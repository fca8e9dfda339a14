package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.history.Event;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.PersonalCalls.Call;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a person who looks elsewhere what calls for them, in the tab and, where they want it, on the desktop. */
@Tag("winslow-bell")
@JsModule("./bell.ts")
final class Bell extends Component {
    private static final Logger log = LoggerFactory.getLogger(Bell.class);

    private final transient Calls calls;
    private final transient Viewer person = Person.viewer();
    private transient Optional<Registration> watch = Optional.empty();

    Bell(Calls calls) {
        this.calls = calls;
    }

    /** @param tasks that wait for the person */
    void show(int tasks) {
        getElement().setProperty("waiting", tasks + calls.unreadFailures(person));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        watch = Optional.of(calls.listen(person, found -> hear(ui, found)));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watch.ifPresent(Registration::remove);
        watch = Optional.empty();
    }

    private void hear(UI ui, List<Call> found) {
        ui.accessLater(() -> found.forEach(this::tell), () -> log.debug("A page was closed before it could be told"))
                .run();
    }

    private void tell(Call call) {
        Event event = call.event();
        String project = call.project();
        String step = Optional.ofNullable(event.details().get("name")).orElse("");
        switch (event.kind()) {
            case RUN_FAILED ->
                say(
                        event,
                        t("{0} failed", project),
                        Optional.ofNullable(event.details().get("reason")).orElse(""));
            case TASK_ASSIGNED -> say(event, t("{0} gave you a task", event.who()), t("{0} in {1}", step, project));
            default -> say(event, t("{0} waits for you", step), project);
        }
    }

    private void say(Event event, String words, String about) {
        String address = Optional.ofNullable(event.details().get("task"))
                .map(task -> Navigation.TASK + "/" + task)
                .orElseGet(() -> Navigation.PROJECT + "/"
                        + event.projectId().map(String::valueOf).orElse(""));
        getElement().callJsFunction("tell", words, about, address, String.valueOf(event.id()));
    }
}
