package dev.winslow.engine.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What OpenTelemetry calls a collector: takes spans by OTLP over HTTP, and answers as the test says. */
final class SpanReceiver implements AutoCloseable {
    private final HttpServer http;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile int calls;
    private volatile String service = "";
    private volatile Runnable meanwhile = () -> {};

    SpanReceiver() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/v1/traces", this::take);
        http.start();
    }

    /** The setting that sends a server's traces here. */
    String setting() {
        return "otel.exporter.otlp.endpoint=http://127.0.0.1:"
                + http.getAddress().getPort();
    }

    SpanReceiver answer(int code) {
        status = code;
        return this;
    }

    List<Span> of(String trace) {
        return spans.stream()
                .filter(span -> HexFormat.of()
                        .formatHex(span.getTraceId().toByteArray())
                        .equals(trace))
                .toList();
    }

    int calls() {
        return calls;
    }

    String service() {
        return service;
    }

    /** Does this in the middle of each call. */
    SpanReceiver meanwhile(Runnable work) {
        meanwhile = work;
        return this;
    }

    private synchronized void take(HttpExchange call) throws IOException {
        calls++;
        meanwhile.run();
        ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(call.getRequestBody());
        if (status == 200) {
            request.getResourceSpansList().forEach(resource -> {
                service = resource.getResource().getAttributesList().stream()
                        .filter(attribute -> attribute.getKey().equals("service.name"))
                        .map(attribute -> attribute.getValue().getStringValue())
                        .findFirst()
                        .orElse("");
                resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList()));
            });
        }
        call.sendResponseHeaders(status, -1);
        call.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
