package dev.winslow.ui.security;

import dev.winslow.engine.account.SignIn;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets in who knows the name and the password of an account. */
class PasswordSignIn implements AuthenticationProvider {
    private final SignIn signIn;

    PasswordSignIn(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String address = asked.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        return switch (signIn.byPassword(asked.getName(), String.valueOf(asked.getCredentials()), address)) {
            case SignIn.Outcome.Accepted accepted -> Person.authentication(Visitor.of(accepted.account()));
            case SignIn.Outcome.Refused refused -> throw new BadCredentialsException("Unknown name or password");
            case SignIn.Outcome.Wait wait -> throw new TooManyGuesses(wait.time());
        };
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** This password was not looked at. */
    static final class TooManyGuesses extends AuthenticationException {
        private final long seconds;

        TooManyGuesses(Duration wait) {
            super("Too many wrong passwords");
            seconds = Math.max(1, wait.toSeconds());
        }

        long seconds() {
            return seconds;
        }
    }
}
