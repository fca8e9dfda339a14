package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.winslow.api.account.Role;
import java.util.Arrays;

/** A role to be given, with what each may do. */
final class RoleChoice extends RadioButtonGroup<Role> {
    RoleChoice(Role most) {
        super(t("Role"));
        setItems(Arrays.stream(Role.values()).filter(most::includes).toList());
        setRenderer(new ComponentRenderer<>(RoleChoice::words));
        setValue(Role.USER);
        addClassName("winslow-role-choice");
    }

    private static Div words(Role role) {
        Span name = new Span(RoleWords.name(role));
        name.addClassName("winslow-strong");
        Span about = new Span(RoleWords.about(role));
        about.addClassName("winslow-secondary");
        Div words = new Div(name, about);
        words.addClassName("winslow-row-words");
        return words;
    }
}
