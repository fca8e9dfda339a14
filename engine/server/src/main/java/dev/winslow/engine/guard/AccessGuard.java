package dev.winslow.engine.guard;

import dev.winslow.api.Paths;
import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.guard.AccessRules.Need;
import dev.winslow.engine.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands before all controllers, of the API and of what pages fetch, and lets by what {@link AccessRules} lets by. Workers pass without a query. */
@Component
class AccessGuard implements HandlerInterceptor, WebMvcConfigurer {
    private final Gate gate;

    AccessGuard(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(Paths.ROOT + "/**", "/page/**")
                .excludePathPatterns(Paths.ROOT + "/worker/**", Paths.START);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Viewer viewer = Viewer.current();
        if (!viewer.all()) {
            need(request)
                    .ifPresent(need -> gate.require(need.subject(), id(value(request, need)), need.right(), viewer));
            AccessRules.PARAMETERS.forEach((name, subject) -> {
                for (String value :
                        Optional.ofNullable(request.getParameterValues(name)).orElseGet(() -> new String[0])) {
                    gate.require(subject, id(value), Right.SEE, viewer);
                }
            });
        }
        return true;
    }

    private static Optional<Need> need(HttpServletRequest request) {
        return AccessRules.of(
                request.getMethod(),
                String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
    }

    private static String value(HttpServletRequest request, Need need) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? String.valueOf(variables.get(need.variable()))
                : "";
    }

    /** What is no id is refused here: it must not mean something to a controller that it does not mean here. */
    private static UUID id(String value) {
        try {
            return UUID.fromString(value.trim());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "\"" + value + "\" is no id.",
                    "Give an id such as " + new UUID(0, 0) + ", as lists show them.");
        }
    }
}
