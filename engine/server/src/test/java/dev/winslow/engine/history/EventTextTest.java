package dev.winslow.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.history.EventKind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTextTest {
    @ParameterizedTest
    @EnumSource(EventKind.class)
    void saysSomethingOfEveryKind(EventKind kind) {
        assertThat(EventText.of(kind, Map.of())).isNotBlank();
    }

    @Test
    void saysWhyAnAttemptEnded() {
        assertThat(EventText.of(
                        EventKind.ATTEMPT_ENDED,
                        Map.of("name", "Detect", "number", "2", "node", "gpu-01", "state", "FAILED", "reason", "full")))
                .isEqualTo("\"Detect\" (attempt 2) ended on gpu-01: FAILED, full");
    }

    @Test
    void cutsLongValuesAndHidesSecrets() {
        assertThat(VariableText.of("x".repeat(1000), false)).hasSize(201);
        assertThat(VariableText.of("short", false)).isEqualTo("short");
        assertThat(VariableText.details("KEY", Optional.of("old"), Optional.of("new"), true)
                        .values())
                .containsExactlyInAnyOrder("KEY", "•••", "•••");
    }
}
