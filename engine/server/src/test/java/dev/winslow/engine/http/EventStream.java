package dev.winslow.engine.http;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Events as a page receives them; what waits too long fails by the test's own limit. */
final class EventStream implements AutoCloseable {
    private final BufferedReader reader;
    private long lastId;

    private EventStream(BufferedReader reader) {
        this.reader = reader;
    }

    /** Returns when the server has said where it begins, so that nothing that follows is missed. */
    static EventStream open(Caller caller, String query, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(caller.server().resolve(Paths.EVENTS + query))
                .header("Authorization", "Bearer " + caller.token());
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        if (!response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
            throw new AssertionError("Expected a stream of events, but got " + response);
        }
        EventStream stream =
                new EventStream(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        stream.line();
        return stream;
    }

    EventView next() throws IOException {
        while (true) {
            String line = line();
            if (line.startsWith("id: ")) {
                lastId = Long.parseLong(line.substring(4));
            } else if (line.startsWith("data: ")) {
                return Answer.JSON.readValue(line.substring(6), EventView.class);
            }
        }
    }

    EventView next(EventKind kind) throws IOException {
        EventView event = next();
        while (event.kind() != kind) {
            event = next();
        }
        return event;
    }

    long lastId() {
        return lastId;
    }

    private String line() throws IOException {
        String line = reader.readLine();
        if (line == null) {
            throw new AssertionError("The stream ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
