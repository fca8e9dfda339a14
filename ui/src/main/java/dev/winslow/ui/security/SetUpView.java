package dev.winslow.ui.security;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.winslow.engine.account.Account;
import dev.winslow.engine.account.FirstAdministrator;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.ui.language.ComponentTexts;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Makes the first administrator, once, by whoever can read a file of the server. */
@Route(value = "set-up", autoLayout = false)
@AnonymousAllowed
public class SetUpView extends Main implements HasDynamicTitle, BeforeEnterObserver {
    private final transient FirstAdministrator first;
    private final transient SecurityContextRepository sessions;
    private final Div notice = new Div();
    private final PasswordField token = ComponentTexts.of(new PasswordField(t("Set-up token")));
    private final TextField name = new TextField(t("Your name"));
    private final PasswordField password = ComponentTexts.of(new PasswordField(t("Password")));
    private final PasswordField again = ComponentTexts.of(new PasswordField(t("Password again")));

    SetUpView(FirstAdministrator first, SecurityContextRepository sessions) {
        this.first = first;
        this.sessions = sessions;
        addClassName("winslow-sign-in");
        notice.addClassName("winslow-notice");
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(false);
        token.setHelperText(
                t("It lies in the file setup.token in the data folder of the server; its log says where that is."));
        token.setAutocomplete(Autocomplete.OFF);
        token.setAutofocus(true);
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setHelperText(t("You sign in by it: letters, digits and . _ @ -"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(t("At least 10 characters"));
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        Button make = new Button(t("Make me the administrator"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickShortcut(Key.ENTER);
        Div fields = new Div(token, name, password, again, make);
        fields.addClassName("winslow-form");
        Paragraph help = new Paragraph(t("Everybody else gets an account from you, under Administration."));
        help.addClassName("winslow-secondary");
        Element form = fields.getElement();
        add(SignInView.card(t("Welcome. Who looks after this server?"), notice, form, help));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        if (!first.isMissing()) {
            enter.forwardTo("");
        }
    }

    private void make() {
        if (!password.getValue().equals(again.getValue())) {
            refuse(t("The two passwords differ."));
            return;
        }
        try {
            enter(first.make(token.getValue(), name.getValue(), password.getValue()));
        } catch (ProblemException problem) {
            refuse(problem.detail() + " " + problem.remedy());
        }
    }

    private void enter(Account account) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        request.getHttpServletRequest().changeSessionId();
        SecurityContext context = Person.signedIn(Visitor.of(account));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(
                context,
                request.getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        UI.getCurrent().getPage().setLocation(".");
    }

    private void refuse(String words) {
        notice.setText(words);
        notice.setVisible(true);
    }

    @Override
    public String getPageTitle() {
        return t("Set up") + " – Winslow";
    }
}
