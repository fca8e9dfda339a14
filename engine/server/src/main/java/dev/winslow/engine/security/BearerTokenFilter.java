package dev.winslow.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Signs in who brings a token that is known. Where that cannot be looked up, the request ends with a problem like any other that fails. */
class BearerTokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final TokenService tokens;
    private final HandlerExceptionResolver failures;

    BearerTokenFilter(TokenService tokens, HandlerExceptionResolver failures) {
        this.tokens = tokens;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            authentication(request).ifPresent(BearerTokenFilter::signIn);
        } catch (RuntimeException failure) {
            // Thrown on, it would end at the sign-in page, and a worker would take that for a refusal.
            failures.resolveException(request, response, null, failure);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Authentication> authentication(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(SCHEME))
                .flatMap(header ->
                        tokens.signIn(header.substring(SCHEME.length()).strip()));
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static void signIn(Authentication authentication) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
    }
}
