package dev.winslow.ui.security;

import com.vaadin.flow.server.VaadinSession;
import dev.winslow.api.account.Role;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.account.Account;
import dev.winslow.engine.security.Authorities;
import dev.winslow.engine.security.Permission;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** The person in front of the page. */
public final class Person {
    static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private Person() {}

    /** The name under which the person is signed in. */
    public static String name() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getName)
                .orElse("unknown");
    }

    /**
     * Also while a page is pushed to, without a request: what was signed in for good is in the session then, and who sits at the machine of a
     * trial is remembered with the page.
     */
    public static Optional<Visitor> visitor() {
        Optional<Visitor> asking = visitor(SecurityContextHolder.getContext());
        Optional<VaadinSession> session = Optional.ofNullable(VaadinSession.getCurrent());
        asking.filter(visitor -> visitor.account().isEmpty())
                .ifPresent(local -> session.ifPresent(page -> page.setAttribute(Visitor.class, local)));
        return asking.or(() -> session.flatMap(page -> Optional.ofNullable(page.getAttribute(Visitor.class))));
    }

    /** On whose behalf the page looks at projects. */
    public static Viewer viewer() {
        return visitor()
                .map(visitor -> Viewer.of(visitor.name(), visitor.role()))
                .orElseGet(Viewer::current);
    }

    static Optional<Visitor> visitor(SecurityContext context) {
        return Optional.ofNullable(context.getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Visitor.class::isInstance)
                .map(Visitor.class::cast);
    }

    public static boolean may(Permission permission) {
        return visitor().map(Visitor::role).filter(permission::isGivenTo).isPresent();
    }

    /** Whether the role is at least this one. */
    public static boolean is(Role role) {
        return visitor().map(Visitor::role).filter(own -> own.includes(role)).isPresent();
    }

    /** The session goes on after the account has changed by the person's own doing. */
    public static void continueAs(Account account) {
        SecurityContext context = signedIn(Visitor.of(account));
        SecurityContextHolder.setContext(context);
        VaadinSession.getCurrent().getSession().setAttribute(CONTEXT, context);
    }

    static SecurityContext signedIn(Visitor visitor) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication(visitor));
        return context;
    }

    static Authentication authentication(Visitor visitor) {
        return UsernamePasswordAuthenticationToken.authenticated(visitor, null, Authorities.of(visitor.role()));
    }
}
