package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A form that sets variables of the run. */
final class FieldsForm {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private FieldsForm() {}

    static TaskForms.Form of(TaskDesk desk, TaskView task, LiveUpdates live) {
        Fields fields = new Fields(task.fields());
        SharedDraft draft = SharedDraft.of(desk, task, live, content -> fields.show(JSON.readValue(content, VALUES)));
        draft.content().ifPresent(content -> fields.show(JSON.readValue(content, VALUES)));
        fields.onChange(() -> draft.save(JSON.writeValueAsString(fields.values())));
        Button done = new Button(t("Done"), click -> {
            if (fields.check()) {
                desk.answer(task, fields.values(), Map.of());
            } else {
                Notices.refused(t("Not all fields are filled in yet: each says what it needs."));
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        Div body = new Div(draft, Pages.panel(fields));
        body.addClassNames("winslow-form", "winslow-narrow");
        return new TaskForms.Form(body, List.of(done));
    }
}
