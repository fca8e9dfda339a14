package dev.winslow.engine.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, String body) {
    static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    <T> T as(Class<T> type) {
        return JSON.readValue(expect2xx(), type);
    }

    <T> List<T> listOf(Class<T> element) {
        return JSON.readValue(expect2xx(), JSON.getTypeFactory().constructCollectionType(List.class, element));
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    private String expect2xx() {
        if (status / 100 != 2) {
            throw new AssertionError("Expected success, but the server answered " + status + ": " + body);
        }
        return body;
    }
}
