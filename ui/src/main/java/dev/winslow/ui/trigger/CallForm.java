package dev.winslow.ui.trigger;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Paragraph;
import dev.winslow.api.Paths;
import dev.winslow.api.trigger.TriggerSource;
import java.util.Optional;
import java.util.UUID;

/** A trigger that a program calls: there is nothing to choose. */
final class CallForm extends SourceForm {
    private final UUID project;

    CallForm(UUID project) {
        this.project = project;
        Paragraph about = new Paragraph(
                t("A program starts a run by POST to {0}. It gets a token of its own for that.", address(project)));
        about.addClassName("winslow-secondary");
        add(about);
    }

    static String address(UUID project) {
        return Paths.START.replace("{id}", project.toString());
    }

    @Override
    Optional<TriggerSource> read() {
        return Optional.of(new TriggerSource.Call(project));
    }
}
