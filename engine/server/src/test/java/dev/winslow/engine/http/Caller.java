package dev.winslow.engine.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls a server as a program elsewhere does. */
record Caller(URI server, String token) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    Caller with(String otherToken) {
        return new Caller(server, otherToken);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    /** As they come, for what is no text. */
    record Bytes(HttpHeaders headers, byte[] body) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    Bytes bytes(String path) {
        HttpResponse<byte[]> response = exchange(request(path).GET());
        if (response.statusCode() != 200) {
            throw new AssertionError(Answer.of(response));
        }
        return new Bytes(response.headers(), response.body());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    Answer post(String path, Object body) {
        return postJson(path, Answer.JSON.writeValueAsString(body));
    }

    Answer postJson(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer postXml(String path, String xml) {
        return send(request(path).header("Content-Type", "application/xml").POST(BodyPublishers.ofString(xml)));
    }

    Answer putJson(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Answer.JSON.writeValueAsString(body))));
    }

    Answer patch(String path, Object body) {
        return patchJson(path, Answer.JSON.writeValueAsString(body));
    }

    Answer patchJson(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    /** To the storage, which is told nothing but the signed address. */
    static Answer put(URI signed, byte[] bytes) {
        return send(HttpRequest.newBuilder(signed).PUT(BodyPublishers.ofByteArray(bytes)));
    }

    static Answer fetch(URI signed) {
        return send(HttpRequest.newBuilder(signed).GET());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        return Answer.of(exchange(request));
    }

    private static HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
