package dev.winslow.ui.security;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.winslow.engine.account.FirstAdministrator;
import dev.winslow.ui.language.ComponentTexts;
import dev.winslow.ui.language.LanguageSwitch;
import java.util.Optional;

/** Asks for name and password. It is a form as browsers know it, so that they offer to keep the password, and it works before any script. */
@Route(value = SignInView.PATH, autoLayout = false)
@AnonymousAllowed
public class SignInView extends Main implements HasDynamicTitle, BeforeEnterObserver {
    static final String PATH = "sign-in";

    private final transient FirstAdministrator first;
    private final Div notice = new Div();
    private final TextField name = new TextField(t("Name"));

    SignInView(FirstAdministrator first) {
        this.first = first;
        addClassName("winslow-sign-in");
        notice.addClassName("winslow-notice");
        notice.getElement().setAttribute("role", "alert");
        name.getElement().setAttribute("name", "username");
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setAutocapitalize(Autocapitalize.NONE);
        name.setAutofocus(true);
        name.setWidthFull();
        PasswordField password = ComponentTexts.of(new PasswordField(t("Password")));
        password.getElement().setAttribute("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setWidthFull();
        Checkbox remember = new Checkbox(t("Remember me on this browser"));
        remember.getElement().setAttribute("name", BrowserMemory.FIELD).setAttribute("value", "on");
        NativeButton enter = new NativeButton(t("Sign in"));
        enter.getElement().setAttribute("type", "submit");
        enter.addClassName("winslow-submit");
        Element form = new Element("form").setAttribute("method", "post").setAttribute("action", PATH);
        form.appendChild(name.getElement(), password.getElement(), remember.getElement(), enter.getElement());
        Paragraph help = new Paragraph(t("Forgot it? An administrator can give you a new password."));
        help.addClassName("winslow-secondary");
        add(card(t("Sign in"), notice, form, help));
    }

    static Div card(String title, Div notice, Element form, Paragraph help) {
        Span logo = new Span("Winslow");
        logo.addClassName("winslow-logo");
        Div card = new Div(logo, new H1(title), notice);
        card.getElement().appendChild(form);
        card.add(help, new LanguageSwitch());
        card.addClassNames("winslow-panel", "winslow-sign-in-card");
        return card;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        if (first.isMissing() && Person.visitor().isEmpty()) {
            enter.forwardTo(SetUpView.class);
            return;
        }
        Optional<String> words = words(enter.getLocation().getQueryParameters());
        notice.setText(words.orElse(""));
        notice.setVisible(words.isPresent());
    }

    private static Optional<String> words(QueryParameters query) {
        if (query.getParameters().containsKey("error")) {
            return Optional.of(t("This name and password do not go together. Check both, also the shift key."));
        }
        if (query.getParameters().containsKey("out")) {
            return Optional.of(t("You are signed out."));
        }
        return query.getSingleParameter("wait")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds ->
                        t("There were too many wrong passwords. Try again in {0}.", time(Integer.parseInt(seconds))));
    }

    private static String time(int seconds) {
        return seconds < 60
                ? count(seconds, "1 second", "{0} seconds")
                : count((seconds + 59) / 60, "1 minute", "{0} minutes");
    }

    @Override
    public String getPageTitle() {
        return t("Sign in") + " – Winslow";
    }
}
