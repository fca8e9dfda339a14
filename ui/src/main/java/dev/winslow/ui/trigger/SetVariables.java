package dev.winslow.ui.trigger;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.ui.shell.FieldCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables that a trigger sets. Those that it has are named and their values not shown, as they may be secret. */
final class SetVariables extends Div {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    private final List<String> known;
    private final List<Row> rows = new ArrayList<>();

    private record Row(TextField name, TextField value) {}

    SetVariables(List<String> known) {
        this.known = List.copyOf(known);
        addClassName("winslow-set-variables");
        Button more = new Button(t("Another variable"), VaadinIcon.PLUS.create(), click -> addEmpty());
        more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(more);
        known.forEach(this::addKnown);
    }

    private void addKnown(String name) {
        Row row = addRow(name);
        row.name().setReadOnly(true);
        row.value().setPlaceholder(t("stays as it is"));
    }

    private void addEmpty() {
        addRow("").name().focus();
    }

    private Row addRow(String name) {
        Row row = new Row(new TextField(t("Name"), name, ""), new TextField(t("Value")));
        Div line = new Div(row.name(), row.value());
        Button remove = new Button(VaadinIcon.TRASH.create(), click -> {
            rows.remove(row);
            remove(line);
        });
        remove.setAriaLabel(name.isEmpty() ? t("Remove the variable") : t("Remove the variable {0}", name));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        line.add(remove);
        line.addClassName("winslow-variable-line");
        rows.add(row);
        addComponentAtIndex(getComponentCount() - 1, line);
        return row;
    }

    /** Marks names that no variable can have, and those that stand here twice. */
    boolean isValid() {
        boolean valid = true;
        List<String> names = new ArrayList<>();
        for (Row row : rows) {
            String name = row.name().getValue().strip();
            valid &= FieldCheck.holds(
                    row.name(),
                    (name.matches(NAME) && !names.contains(name)) || isBlank(row),
                    t("Letters, digits and _ only, no digit first, and each name once."));
            names.add(name);
        }
        return valid;
    }

    /** Those with a value, and new ones. */
    Map<String, String> changed() {
        Map<String, String> changed = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !isBlank(row))
                .filter(row -> !row.name().isReadOnly() || !row.value().isEmpty())
                .forEach(row ->
                        changed.put(row.name().getValue().strip(), row.value().getValue()));
        return changed;
    }

    List<String> unset() {
        List<String> left = rows.stream()
                .filter(row -> row.name().isReadOnly())
                .map(row -> row.name().getValue())
                .toList();
        return known.stream().filter(name -> !left.contains(name)).toList();
    }

    private static boolean isBlank(Row row) {
        return row.name().getValue().isBlank() && row.value().isEmpty();
    }
}
