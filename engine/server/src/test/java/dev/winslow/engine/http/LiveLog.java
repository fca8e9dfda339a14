package dev.winslow.engine.http;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.worker.Assignment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The texts of a log's lines as its stream brings them; what waits too long fails by the test's own limit. */
final class LiveLog implements AutoCloseable {
    private static final String END = "(end)";

    private final BufferedReader reader;
    private final Deque<String> arrived = new ArrayDeque<>();

    private LiveLog(InputStream body) {
        this.reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    static LiveLog open(Caller caller, Assignment assignment, String query, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        caller.server().resolve(Paths.ATTEMPTS + "/" + assignment.attemptId() + "/log/stream" + query))
                .header("Authorization", "Bearer " + caller.token());
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        if (!response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
            throw new AssertionError("Expected a stream of events, but got " + response);
        }
        return new LiveLog(response.body());
    }

    /** The next so many. */
    List<String> lines(int count) throws IOException {
        while (arrived.size() < count) {
            read();
        }
        List<String> lines = new ArrayList<>();
        while (lines.size() < count) {
            lines.add(arrived.remove());
        }
        return lines;
    }

    /** All up to the end of the log, and a word for that. */
    List<String> rest() throws IOException {
        while (!END.equals(arrived.peekLast())) {
            read();
        }
        return List.copyOf(arrived);
    }

    private void read() throws IOException {
        String event = reader.readLine();
        if (event == null) {
            throw new AssertionError("The stream ended before the log, after " + arrived);
        }
        if (event.equals("event: end")) {
            arrived.add(END);
        } else if (event.startsWith("data: ")) {
            Answer.JSON.readValue(event.substring("data: ".length()), LogPage.class).lines().stream()
                    .map(LogLine::text)
                    .forEach(arrived::add);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
