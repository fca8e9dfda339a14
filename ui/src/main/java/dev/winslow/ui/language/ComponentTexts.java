package dev.winslow.ui.language;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Map;

/** The words that components bring along, in the person's language. What only few pages need has a class of its own: a page loads all components that its classes name. */
public final class ComponentTexts {
    private ComponentTexts() {}

    public static <T> MultiSelectComboBox<T> of(MultiSelectComboBox<T> box) {
        box.setI18n(new MultiSelectComboBoxI18n()
                .setCleared(t("Nothing is chosen any more"))
                .setFocused(t("Chosen. Backspace takes it away"))
                .setSelected(t("chosen"))
                .setDeselected(t("taken away"))
                .setTotal(t("{count} chosen")));
        return box;
    }

    public static PasswordField of(PasswordField field) {
        field.getElement().setPropertyMap("i18n", Map.of("reveal", t("Show the password")));
        return field;
    }
}
