package dev.winslow.engine.http;

import dev.winslow.api.Paths;
import dev.winslow.engine.trace.TraceIds;
import dev.winslow.engine.trace.Tracing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Marks each line that is logged during a request with the project, run, attempt or node that its address names, for structured logs. */
@Component
class LogMarks implements HandlerInterceptor, WebMvcConfigurer {
    private static final Map<String, String> MARKS =
            Map.of("projects", "project", "runs", "run", "attempts", "attempt", "nodes", "node");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String TRACE = "traceId";

    private final Tracing tracing;

    LogMarks(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(Paths.ROOT + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String[] parts = request.getRequestURI().split("/");
        for (int i = 0; i + 1 < parts.length; i++) {
            String mark = MARKS.get(parts[i]);
            if (mark != null && ID.matcher(parts[i + 1]).matches()) {
                MDC.put(mark, parts[i + 1]);
                if (mark.equals("run") && tracing.isOn()) {
                    MDC.put(TRACE, TraceIds.trace(UUID.fromString(parts[i + 1])));
                }
            }
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        MARKS.values().forEach(MDC::remove);
        MDC.remove(TRACE);
    }
}
