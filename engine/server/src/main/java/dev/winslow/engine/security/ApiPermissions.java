package dev.winslow.engine.security;

import dev.winslow.api.Paths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The table of what calls of the HTTP API need which permission: the first line that fits counts. Everything else is work. */
final class ApiPermissions {
    private static final List<Line> TABLE = List.of(
            line(Permission.WORK, HttpMethod.POST, Paths.PIPELINES + "/check"),
            line(Permission.WORK, HttpMethod.POST, Paths.PIPELINES + "/patterns"),
            line(Permission.WORK, HttpMethod.GET, Paths.PIPELINES + "/**"),
            line(Permission.DEPLOY_PIPELINES, null, Paths.PIPELINES + "/**"),
            line(Permission.WORK, HttpMethod.GET, Paths.NODES + "/**"),
            line(Permission.OPERATE_NODES, null, Paths.NODES + "/**"),
            line(Permission.SET_PRIORITIES, HttpMethod.PUT, Paths.PROJECT_PRIORITY),
            line(Permission.SET_PRIORITIES, HttpMethod.PUT, Paths.RUN_PRIORITY),
            line(Permission.CLEAR_POOL, HttpMethod.DELETE, Paths.POOL + "/files/**"),
            line(Permission.CLEAR_POOL, HttpMethod.PATCH, Paths.POOL + "/files/**"),
            line(Permission.WORK, HttpMethod.GET, Paths.VARIABLES + "/**"),
            line(Permission.SET_SHARED_VARIABLES, null, Paths.VARIABLES + "/**"),
            line(Permission.WORK, HttpMethod.GET, Paths.GROUPS),
            line(Permission.ADMINISTER, null, Paths.GROUPS + "/**"),
            line(Permission.SEE_THE_SYSTEM, null, Paths.SYSTEM),
            line(Permission.ADMINISTER, null, Paths.ACCOUNTS + "/**"),
            line(Permission.ADMINISTER, null, Paths.TOKENS + "/**"),
            line(Permission.ADMINISTER, null, Paths.AUDIT + "/**"));

    private ApiPermissions() {}

    static Permission neededFor(HttpServletRequest request) {
        return TABLE.stream()
                .filter(line -> line.matcher().matches(request))
                .map(Line::permission)
                .findFirst()
                .orElse(Permission.WORK);
    }

    private static Line line(Permission permission, @Nullable HttpMethod method, String pattern) {
        PathPatternRequestMatcher.Builder matchers = PathPatternRequestMatcher.withDefaults();
        return new Line(permission, method == null ? matchers.matcher(pattern) : matchers.matcher(method, pattern));
    }

    private record Line(Permission permission, PathPatternRequestMatcher matcher) {}
}
