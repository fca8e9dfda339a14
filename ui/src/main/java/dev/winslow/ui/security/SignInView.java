package dev.winslow.ui.security;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.winslow.engine.security.TokenKind;
import dev.winslow.engine.security.TokenPrincipal;
import dev.winslow.engine.security.TokenService;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Signs a person in with a token of this server. */
@Route(value = "sign-in", autoLayout = false)
@PageTitle("Sign in – Winslow")
@AnonymousAllowed
public class SignInView extends Main {
    private final transient TokenService tokens;
    private final transient SecurityContextRepository sessions;
    private final PasswordField token = new PasswordField("Token");

    SignInView(TokenService tokens, SecurityContextRepository sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
        addClassName("winslow-sign-in");
        token.setWidthFull();
        token.setAutofocus(true);
        Button enter = new Button("Sign in", click -> signIn());
        enter.addThemeVariants(ButtonVariant.PRIMARY);
        enter.addClickShortcut(Key.ENTER);
        Div card = new Div(
                new H1("Winslow"),
                new Paragraph(
                        "Sign in with your token. The first one lies in the file cli.token in the data folder of the server;"
                                + " its operator can give you one."),
                token,
                enter);
        card.addClassNames("winslow-panel", "winslow-sign-in-card");
        add(card);
    }

    private void signIn() {
        Optional<TokenPrincipal> known =
                tokens.check(token.getValue().strip()).filter(principal -> principal.kind() == TokenKind.USER);
        if (known.isEmpty()) {
            token.setInvalid(true);
            token.setErrorMessage("This server does not know this token, or it is not a person's.");
            return;
        }
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        request.getHttpServletRequest().changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Person.signedIn(known.get().subject()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(
                context,
                request.getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        UI.getCurrent().getPage().setLocation(".");
    }
}
