package dev.winslow.ui.variable;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.variable.VariableView;
import dev.winslow.ui.language.ComponentTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Variables to look at and to change before something is done. What was not touched stays as it is. */
public final class VariableFields extends Div {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    private final Map<String, AbstractField<?, String>> known = new LinkedHashMap<>();
    private final Map<String, String> before = new LinkedHashMap<>();
    private final List<Added> added = new ArrayList<>();
    private final Button more = new Button(t("Another variable"), VaadinIcon.PLUS.create(), click -> addEmpty());

    public VariableFields(List<VariableView> variables) {
        addClassName("winslow-variables");
        more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(more);
        variables.forEach(this::addKnown);
    }

    /** Those with another value than before, and those that were added. */
    public Map<String, String> changed() {
        Map<String, String> changed = new LinkedHashMap<>();
        known.forEach((name, field) -> {
            if (!field.getValue().equals(before.get(name))) {
                changed.put(name, field.getValue());
            }
        });
        added.stream()
                .filter(variable -> !variable.name().isEmpty())
                .forEach(variable ->
                        changed.put(variable.name().getValue(), variable.value().getValue()));
        return changed;
    }

    /** Marks names that no variable can have. */
    public boolean isValid() {
        added.forEach(variable -> variable.name()
                .setInvalid(!variable.name().isEmpty()
                        && !variable.name().getValue().matches(NAME)));
        return added.stream().noneMatch(variable -> variable.name().isInvalid());
    }

    private void addKnown(VariableView variable) {
        AbstractField<?, String> field = variable.secret() ? secret(variable) : plain(variable);
        known.put(variable.name(), field);
        before.put(variable.name(), field.getValue());
        addComponentAtIndex(getComponentCount() - 1, field);
    }

    private static TextField plain(VariableView variable) {
        TextField field = new TextField(variable.name());
        field.setValue(variable.value().orElse(""));
        field.setHelperText(OriginWords.from(variable.origin()));
        return field;
    }

    private static PasswordField secret(VariableView variable) {
        PasswordField field = ComponentTexts.of(new PasswordField(variable.name()));
        field.setPlaceholder(t("secret, stays as it is"));
        field.setRevealButtonVisible(false);
        field.getElement().setAttribute("autocomplete", "off");
        field.setHelperText(OriginWords.from(variable.origin()));
        return field;
    }

    private void addEmpty() {
        TextField name = new TextField(t("Name"));
        name.setErrorMessage(t("Letters, digits and _ only, and no digit first."));
        TextField value = new TextField(t("Value"));
        Div row = new Div(name, value);
        row.addClassName("winslow-variable-new");
        added.add(new Added(name, value));
        addComponentAtIndex(getComponentCount() - 1, row);
        name.focus();
    }

    private record Added(TextField name, TextField value) {}
}
