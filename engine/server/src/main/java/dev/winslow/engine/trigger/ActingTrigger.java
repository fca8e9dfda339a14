package dev.winslow.engine.trigger;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets the history say that a trigger did it, and not whoever happens to run on this thread. */
final class ActingTrigger {
    private ActingTrigger() {}

    static <T> T as(String name, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext trigger = SecurityContextHolder.createEmptyContext();
        trigger.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated("the trigger \"" + name + "\"", null, List.of()));
        SecurityContextHolder.setContext(trigger);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
