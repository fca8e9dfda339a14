package dev.winslow.engine.trigger;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets something be done in the name of a trigger, or of whoever set it up, and not of whoever happens to run on this thread. */
final class Acting {
    private Acting() {}

    static <T> T as(Trigger trigger, Supplier<T> work) {
        return as("the trigger \"" + trigger.name() + "\"", work);
    }

    static <T> T as(String who, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext acting = SecurityContextHolder.createEmptyContext();
        acting.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        SecurityContextHolder.setContext(acting);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
