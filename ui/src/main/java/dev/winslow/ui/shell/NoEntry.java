package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** What stands in place of a page that the person may not see. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class NoEntry extends Main implements HasDynamicTitle, HasErrorParameter<AccessDeniedException> {
    public NoEntry() {
        addClassName("winslow-page");
        add(Pages.empty(
                t("Your role does not open this page"),
                t("An administrator can give you another role, or do it for you."),
                new Anchor(Navigation.PROJECTS, t("To the projects"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent enter, ErrorParameter<AccessDeniedException> denied) {
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return t("Not for you") + " – Winslow";
    }
}
