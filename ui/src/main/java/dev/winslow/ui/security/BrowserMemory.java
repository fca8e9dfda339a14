package dev.winslow.ui.security;

import dev.winslow.engine.account.AccountSettings;
import dev.winslow.engine.account.RememberedSignIns;
import dev.winslow.engine.security.Authorities;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Signs in again whose browser was told to remember, and makes it forget at the sign-out. */
class BrowserMemory implements RememberMeServices, LogoutHandler {
    static final String FIELD = "remember";
    private static final String COOKIE = "winslow-remembered";

    private final RememberedSignIns remembered;
    private final Duration time;
    private final String key;

    BrowserMemory(RememberedSignIns remembered, AccountSettings settings, String key) {
        this.remembered = remembered;
        this.time = settings.rememberFor();
        this.key = key;
    }

    /** Tells the tokens of this server from others. */
    String key() {
        return key;
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> secret = secret(request);
        if (secret.isEmpty()) {
            return null;
        }
        return secret.flatMap(remembered::recognise)
                .map(Visitor::of)
                .map(visitor -> new RememberMeAuthenticationToken(key, visitor, Authorities.of(visitor.role())))
                .orElseGet(() -> {
                    set(request, response, "", Duration.ZERO);
                    return null;
                });
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        if (request.getParameter(FIELD) != null
                && who.getPrincipal() instanceof Visitor visitor
                && visitor.account().isPresent()) {
            set(request, response, remembered.remember(visitor.account().orElseThrow()), time);
        }
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        secret(request).ifPresent(remembered::forget);
        set(request, response, "", Duration.ZERO);
    }

    private static Optional<String> secret(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String secret, Duration howLong) {
        Cookie cookie = new Cookie(COOKIE, secret);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge((int) howLong.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
