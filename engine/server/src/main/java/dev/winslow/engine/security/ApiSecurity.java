package dev.winslow.engine.security;

import dev.winslow.api.Paths;
import dev.winslow.api.account.Role;
import dev.winslow.api.problem.Problem;
import dev.winslow.api.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API: stateless, a token with each request, and problem details for those who have none. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            TokenService tokens,
            JsonMapper json,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        return http.securityMatcher("/api/**", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerTokenFilter(tokens, failures), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/docs/**", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(Paths.JOIN)
                        .hasRole(TokenKind.ENROLMENT.name())
                        .requestMatchers(Paths.ROOT + "/worker/**")
                        .hasRole(TokenKind.NODE.name())
                        .requestMatchers(Paths.PROJECTS + "/*/start")
                        .hasRole(TokenKind.START.name())
                        .anyRequest()
                        .access((who, context) -> new AuthorizationDecision(
                                mayCall(who.get(), ApiPermissions.neededFor(context.getRequest())))))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, e) -> write(
                                json,
                                response,
                                new Problem(
                                        ProblemType.UNAUTHORIZED.uri(),
                                        "Not signed in",
                                        401,
                                        "The request brought no token, or one that this server does not know.",
                                        "Send the header Authorization: Bearer with a token of this server.",
                                        List.of())))
                        .accessDeniedHandler((request, response, e) -> write(json, response, denied(request))))
                .build();
    }

    /** A request is measured as a whole; each of the two dozen filters that it passes need not be. */
    @Bean
    static SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.withDefaults().build();
    }

    private static boolean mayCall(@Nullable Authentication who, Permission needed) {
        return who != null
                && who.getPrincipal() instanceof TokenPrincipal token
                && token.kind() == TokenKind.USER
                && needed.isGivenTo(token.role());
    }

    /** Whoever may call the API at all learns which role it takes. */
    private static Problem denied(HttpServletRequest request) {
        boolean person = request.isUserInRole(Role.USER.name());
        Permission needed = ApiPermissions.neededFor(request);
        return new Problem(
                ProblemType.FORBIDDEN.uri(),
                "Not allowed",
                ProblemType.FORBIDDEN.status(),
                person && needed != Permission.WORK
                        ? needed.refusal()
                        : "This token is not good for " + request.getRequestURI() + ".",
                person && needed != Permission.WORK
                        ? "Ask an administrator for the role, or somebody who has it."
                        : "Use the token of a person for the API, that of a node for the worker protocol, and"
                                + " that of a trigger to start runs of its project.",
                List.of());
    }

    private static void write(JsonMapper json, HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
