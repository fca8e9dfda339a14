package dev.winslow.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What this module ships, as the server finds it. */
final class Shipped {
    private Shipped() {}

    static String pipeline(String key) {
        return read("pipelines/" + key + ".bpmn");
    }

    static String read(String path) {
        try (var stream = Shipped.class.getResourceAsStream("/winslow/" + path)) {
            return new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
