package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.winslow.api.task.TaskField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The fields of a form as its pipeline describes them. */
final class Fields extends Div {
    private static final String NUMBER = "[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?";

    private final List<Entry> entries = new ArrayList<>();

    /** A field of the page, and how its value is read and set as text. */
    private record Entry(TaskField field, Component component, Supplier<String> value, Consumer<String> set) {}

    Fields(List<TaskField> fields) {
        addClassName("winslow-form");
        fields.forEach(field -> add(component(field)));
    }

    /** What the person filled in, by variable; what is empty is left out. */
    Map<String, String> values() {
        Map<String, String> filled = new LinkedHashMap<>();
        entries.forEach(entry -> {
            String text = entry.value().get();
            if (!text.isBlank()) {
                filled.put(entry.field().variable(), text.strip());
            }
        });
        return filled;
    }

    /** Fills in what was begun before. */
    void show(Map<String, String> values) {
        entries.forEach(entry ->
                Optional.ofNullable(values.get(entry.field().variable())).ifPresent(entry.set()));
    }

    void onChange(Runnable changed) {
        entries.forEach(entry -> ((AbstractField<?, ?>) entry.component()).addValueChangeListener(change -> {
            if (change.isFromClient()) {
                mark(entry);
                changed.run();
            }
        }));
    }

    /** Whether all is filled in as it should be; says at each field what is wrong, and leads to the first. */
    boolean check() {
        List<Entry> wrong = entries.stream().filter(entry -> !mark(entry)).toList();
        wrong.stream()
                .findFirst()
                .map(Entry::component)
                .filter(Focusable.class::isInstance)
                .ifPresent(first -> ((Focusable<?>) first).focus());
        return wrong.isEmpty();
    }

    private static boolean mark(Entry entry) {
        Optional<String> problem = problem(entry.field(), entry.value().get().strip());
        if (entry.component() instanceof HasValidation field) {
            field.setErrorMessage(problem.orElse(""));
            field.setInvalid(problem.isPresent());
        }
        return problem.isEmpty();
    }

    static Optional<String> problem(TaskField field, String value) {
        if (value.isEmpty()) {
            return field.required() ? Optional.of(t("Needed: {0}.", field.label())) : Optional.empty();
        }
        return switch (field.type()) {
            case "number" ->
                value.matches(NUMBER)
                        ? Optional.empty()
                        : Optional.of(t("Expected a number such as 12.5, but this is \"{0}\".", value));
            case "choice" ->
                field.choices().contains(value)
                        ? Optional.empty()
                        : Optional.of(t("Choose one of {0}.", String.join(", ", field.choices())));
            default -> Optional.empty();
        };
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
        entries.add(new Entry(
                field, box, () -> String.valueOf(box.getValue()), text -> box.setValue(Boolean.parseBoolean(text))));
        return box;
    }

    private Component choice(TaskField field) {
        Select<String> select = new Select<>();
        select.setLabel(field.label());
        select.setItems(field.choices());
        field.value().filter(field.choices()::contains).ifPresent(select::setValue);
        select.setRequiredIndicatorVisible(field.required());
        select.setManualValidation(true);
        entries.add(new Entry(field, select, () -> select.getOptionalValue().orElse(""), text -> {
            if (field.choices().contains(text)) {
                select.setValue(text);
            }
        }));
        return select;
    }

    private Component text(TaskField field) {
        TextField text = new TextField(field.label());
        text.setValue(field.value().orElse(""));
        text.setRequiredIndicatorVisible(field.required());
        text.setWidthFull();
        text.setManualValidation(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        if (field.type().equals("number")) {
            text.getElement().setAttribute("inputmode", "decimal");
        }
        text.setHelperText(field.variable());
        entries.add(new Entry(field, text, text::getValue, text::setValue));
        return text;
    }
}
