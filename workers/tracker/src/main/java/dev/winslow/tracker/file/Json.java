package dev.winslow.tracker.file;

import dev.winslow.tracker.TrackerFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON files. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {}

    public static <T> T read(Path file, Class<T> type) {
        if (!Files.exists(file)) {
            throw new TrackerFailure(
                    TrackerFailure.Cause.BAD_INPUT_FILE, file + " is missing: run the stage that writes it first.");
        }
        try {
            return MAPPER.readValue(file.toFile(), type);
        } catch (JacksonException e) {
            throw new TrackerFailure(
                    TrackerFailure.Cause.BAD_INPUT_FILE, file + " is not what was expected: " + e.getOriginalMessage());
        }
    }

    public static void write(Path file, Object value) {
        AtomicFile.write(file, part -> Files.write(part, MAPPER.writeValueAsBytes(value)));
    }
}
