package dev.winslow.ui.trigger;

import com.vaadin.flow.component.html.Div;
import dev.winslow.api.trigger.TriggerSource;
import java.util.Optional;

/** The fields of one kind of trigger. */
abstract sealed class SourceForm extends Div permits CallForm, OnceForm, CronForm, FolderForm {
    SourceForm() {
        addClassName("winslow-form");
    }

    /** What stands in the fields; where it cannot be, that is told at the field that is wrong. */
    abstract Optional<TriggerSource> read();
}
