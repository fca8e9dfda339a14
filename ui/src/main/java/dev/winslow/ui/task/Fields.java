package dev.winslow.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.task.TaskField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The fields of a form as its pipeline describes them. */
final class Fields extends Div {
    private static final String NUMBER = "[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?";

    private final Map<String, Supplier<String>> values = new LinkedHashMap<>();

    Fields(List<TaskField> fields) {
        addClassName("winslow-form");
        fields.forEach(field -> add(component(field)));
    }

    /** What the person filled in, by variable; what is empty is left out. */
    Map<String, String> values() {
        Map<String, String> filled = new LinkedHashMap<>();
        values.forEach((variable, value) -> {
            String text = value.get();
            if (!text.isBlank()) {
                filled.put(variable, text.strip());
            }
        });
        return filled;
    }

    private Component component(TaskField field) {
        return switch (field.type()) {
            case "boolean" -> checkbox(field);
            case "choice" -> choice(field);
            default -> text(field);
        };
    }

    private Component checkbox(TaskField field) {
        Checkbox box = new Checkbox(
                field.label(), field.value().map(Boolean::parseBoolean).orElse(false));
        values.put(field.variable(), () -> String.valueOf(box.getValue()));
        return box;
    }

    private Component choice(TaskField field) {
        Select<String> select = new Select<>();
        select.setLabel(field.label());
        select.setItems(field.choices());
        field.value().filter(field.choices()::contains).ifPresent(select::setValue);
        select.setRequiredIndicatorVisible(field.required());
        values.put(field.variable(), () -> select.getOptionalValue().orElse(""));
        return select;
    }

    private Component text(TaskField field) {
        TextField text = new TextField(field.label());
        text.setValue(field.value().orElse(""));
        text.setRequiredIndicatorVisible(field.required());
        text.setWidthFull();
        if (field.type().equals("number")) {
            text.setPattern(NUMBER);
            text.setErrorMessage("A number, such as 12.5");
        }
        values.put(field.variable(), text::getValue);
        return text;
    }
}
