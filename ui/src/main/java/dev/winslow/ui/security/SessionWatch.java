package dev.winslow.ui.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import dev.winslow.engine.account.Account;
import dev.winslow.engine.account.AccountService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;

/**
 * Ends the open pages of people whose account was disabled, or whose role or password was changed, also by another server. Pages are pushed to
 * for days without a request that could be checked.
 */
@Component
class SessionWatch implements VaadinServiceInitListener {
    private static final Logger log = LoggerFactory.getLogger(SessionWatch.class);

    private final AccountService accounts;
    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();

    SessionWatch(AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource().addSessionInitListener(begun -> sessions.add(begun.getSession()));
        init.getSource().addSessionDestroyListener(ended -> sessions.remove(ended.getSession()));
    }

    @Scheduled(fixedDelayString = "PT3S")
    void check() {
        if (sessions.stream().noneMatch(session -> visitor(session).isPresent())) {
            return;
        }
        Map<UUID, Account> known = accounts.list().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        for (VaadinSession session : List.copyOf(sessions)) {
            visitor(session)
                    .filter(visitor -> !holds(visitor, Optional.ofNullable(known.get(visitor.id()))))
                    .ifPresent(visitor -> end(session, visitor));
        }
    }

    private static boolean holds(Visitor visitor, Optional<Account> account) {
        return account.filter(now -> !now.disabled() && now.version() == visitor.version())
                .isPresent();
    }

    /** Of those who have an account. */
    private static Optional<Visitor> visitor(VaadinSession session) {
        try {
            return Optional.ofNullable(session.getSession())
                    .map(wrapped -> wrapped.getAttribute(Person.CONTEXT))
                    .filter(SecurityContext.class::isInstance)
                    .flatMap(context -> Person.visitor((SecurityContext) context))
                    .filter(visitor -> visitor.account().isPresent());
        } catch (IllegalStateException invalidated) {
            return Optional.empty();
        }
    }

    /** At once for requests to come; what is open asks again who it is. */
    private static void end(VaadinSession session, Visitor visitor) {
        log.info("The pages of {} end: the account was changed", visitor.name());
        WrappedSession wrapped = session.getSession();
        wrapped.removeAttribute(Person.CONTEXT);
        var _ = session.access(() -> {
            session.getUIs().forEach(ui -> {
                ui.getPage().reload();
                ui.push();
            });
            session.close();
        });
    }
}
