package dev.winslow.engine.trace;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Traces are sent where OpenTelemetry's own settings say where to. */
final class TracingConfigured implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }

    static boolean in(Environment settings) {
        String somewhere = settings.getProperty("otel.exporter.otlp.endpoint", "")
                + settings.getProperty("otel.exporter.otlp.traces.endpoint", "");
        return !somewhere.isBlank()
                && !settings.getProperty("otel.sdk.disabled", Boolean.class, false)
                && !settings.getProperty("otel.traces.exporter", "otlp").equals("none");
    }
}
