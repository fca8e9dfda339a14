package dev.winslow.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.engine.security.Permission;
import dev.winslow.ui.security.Person;

/** Offers what the person may do; in place of what they may not do stands the reason. */
public final class Offers {
    private Offers() {}

    public static Component[] only(Permission permission, Component... actions) {
        return Person.may(permission) ? actions : new Component[] {reason(permission)};
    }

    private static Span reason(Permission permission) {
        Span reason = new Span(VaadinIcon.LOCK.create(), new Span(permission.refusal()));
        reason.addClassName("winslow-locked");
        return reason;
    }
}
