package dev.winslow.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the HTTP API. */
public final class Api {
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final URI server;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Api(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    public URI server() {
        return server;
    }

    public <T> T get(String path, Class<T> type) {
        return JSON.readValue(send(request(path).GET().build()), type);
    }

    public <T> List<T> list(String path, Class<T> element) {
        return JSON.readValue(
                send(request(path).GET().build()), JSON.getTypeFactory().constructCollectionType(List.class, element));
    }

    public <T> T post(String path, Object body, Class<T> type) {
        return JSON.readValue(postForBytes(path, body), type);
    }

    /** As {@link #post(String, Object, Class)}, of something that takes longer than others. */
    <T> T post(String path, Object body, Class<T> type, Duration patience) {
        HttpRequest request = request(path)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        return JSON.readValue(send(request), type);
    }

    public void post(String path, Object body) {
        postForBytes(path, body);
    }

    public <T> T patch(String path, Object body, Class<T> type) {
        return send("PATCH", path, body, type);
    }

    public <T> T put(String path, Object body, Class<T> type) {
        return send("PUT", path, body, type);
    }

    private <T> T send(String method, String path, Object body, Class<T> type) {
        HttpRequest.BodyPublisher bytes = HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .method(method, bytes)
                .build();
        return JSON.readValue(send(request), type);
    }

    public void put(String path, Object body) {
        send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    public <T> T postXml(String path, Path file, Class<T> type) throws IOException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        return JSON.readValue(send(request), type);
    }

    public void delete(String path) {
        send(request(path).DELETE().build());
    }

    /** A file that the server answers with the signed address of; the token goes to the server only. */
    public void download(String path, Path target) throws IOException {
        HttpResponse<byte[]> response = exchange(request(path).GET().build());
        if (response.statusCode() != 302) {
            throw refused(response);
        }
        URI signed = URI.create(response.headers().firstValue("Location").orElseThrow());
        java.nio.file.Files.createDirectories(target.toAbsolutePath().getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            HttpResponse<Path> file =
                    http.send(HttpRequest.newBuilder(signed).build(), HttpResponse.BodyHandlers.ofFile(part));
            if (file.statusCode() != 200) {
                throw new IOException("The storage answered " + file.statusCode() + " for " + target.getFileName());
            }
            java.nio.file.Files.move(part, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** An answer that comes bit by bit; the caller closes it. */
    InputStream stream(String path) throws IOException {
        HttpResponse<InputStream> response =
                exchange(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() >= 300) {
            try (InputStream body = response.body()) {
                throw refused(response.statusCode(), body.readAllBytes());
            }
        }
        return response.body();
    }

    byte[] bytes(String path) {
        return send(request(path).GET().build());
    }

    private byte[] postForBytes(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private byte[] send(HttpRequest request) {
        HttpResponse<byte[]> response = exchange(request);
        if (response.statusCode() >= 300) {
            throw refused(response);
        }
        return response.body();
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        return exchange(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new ServerUnreachable(
                    "The server " + server
                            + " does not answer: start it with ./winslow up, or name another with --server.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnreachable("Interrupted", e);
        }
    }

    private static Refused refused(HttpResponse<byte[]> response) {
        return refused(response.statusCode(), response.body());
    }

    private static Refused refused(int status, byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            StringBuilder text = new StringBuilder(problem.path("detail").asString("The server answered " + status));
            problem.path("errors").forEach(error -> text.append("\n  ").append(error.asString("")));
            return new Refused(text + "\n" + problem.path("remedy").asString(""));
        } catch (tools.jackson.core.JacksonException e) {
            return new Refused("The server answered " + status);
        }
    }
}
