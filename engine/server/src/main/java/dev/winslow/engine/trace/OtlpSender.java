package dev.winslow.engine.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** Sends spans by OTLP, as OpenTelemetry's own settings say: {@code OTEL_EXPORTER_OTLP_ENDPOINT} and its like. */
final class OtlpSender implements SpanSender {
    private static final Logger log = LoggerFactory.getLogger(OtlpSender.class);
    private static final long LONGEST_SECONDS = 60;
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    /** Those that the server's own configuration may say, too. */
    private static final List<String> SETTINGS = List.of(
            "otel.exporter.otlp.endpoint",
            "otel.exporter.otlp.traces.endpoint",
            "otel.exporter.otlp.headers",
            "otel.exporter.otlp.timeout",
            "otel.exporter.otlp.compression",
            "otel.exporter.otlp.certificate",
            "otel.service.name",
            "otel.resource.attributes");

    private final SpanExporter exporter;
    private final Resource resource;

    private OtlpSender(SpanExporter exporter, Resource resource) {
        this.exporter = exporter;
        this.resource = resource;
    }

    /** Takes the exporter and the resource that the settings describe, and nothing else of what is made of them. */
    static OtlpSender from(Environment settings) {
        Map<String, String> own = new HashMap<>();
        for (String name : SETTINGS) {
            @Nullable String value = settings.getProperty(name);
            if (value != null) {
                own.put(name, value);
            }
        }
        List<SpanExporter> exporters = new ArrayList<>();
        List<Resource> resources = new ArrayList<>();
        AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() -> Map.of(
                        "otel.exporter.otlp.protocol", "http/protobuf",
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none"))
                .addPropertiesCustomizer(config -> own)
                .addResourceCustomizer((described, config) -> {
                    resources.add(named(described));
                    return described;
                })
                .addSpanExporterCustomizer((made, config) -> {
                    exporters.add(made);
                    return SpanExporter.composite();
                })
                .build()
                .getOpenTelemetrySdk()
                .close();
        return new OtlpSender(SpanExporter.composite(exporters), resources.getFirst());
    }

    private static Resource named(Resource described) {
        boolean unnamed = String.valueOf(described.getAttribute(SERVICE)).startsWith("unknown_service");
        return unnamed
                ? described.merge(Resource.builder().put(SERVICE, "winslow").build())
                : described;
    }

    @Override
    public Answer send(List<TracedSpan> spans) {
        List<SpanData> data = spans.stream()
                .<SpanData>map(span -> new EndedSpan(span, resource))
                .toList();
        CompletableResultCode result = exporter.export(data).join(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (result.isSuccess()) {
            return Answer.TAKEN;
        }
        log.debug("Spans were not taken", result.getFailureThrowable());
        return refused(result.getFailureThrowable()) ? Answer.REFUSED : Answer.AWAY;
    }

    /** What the receiver says it cannot read. To be asked to sign in, or to come by another address, is something that an operator mends. */
    private static boolean refused(@Nullable Throwable failure) {
        return failure instanceof FailedExportException.HttpExportException http
                && http.getResponse() != null
                && (http.getResponse().getStatusCode() == 400
                        || http.getResponse().getStatusCode() == 413);
    }

    @Override
    public void close() {
        exporter.shutdown().join(1, TimeUnit.SECONDS);
    }
}
