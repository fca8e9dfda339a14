package dev.winslow.ui.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutputLabelsTest {
    private static final OutputLabels LABELS =
            new OutputLabels(Map.of(new OutputLabels.Output("draw", "charts/mean-speeds.svg"), "Speeds by lane"));

    @Test
    void callsAFileWhatThePipelineCallsIt() {
        FileView chart = file("charts/mean-speeds.svg", Optional.of("draw"));

        assertThat(LABELS.of(chart)).contains("Speeds by lane");
        assertThat(Results.title(chart, LABELS)).isEqualTo("Speeds by lane");
    }

    @Test
    void makesWordsOfTheNameOfWhatAnotherStageOrAPersonLeft() {
        assertThat(LABELS.of(file("charts/mean-speeds.svg", Optional.of("repaint"))))
                .isEmpty();
        assertThat(LABELS.of(file("charts/mean-speeds.svg", Optional.empty()))).isEmpty();
        assertThat(Results.title(file("charts/mean-speeds.svg", Optional.empty()), LABELS))
                .isEqualTo("Mean speeds");
    }

    private static FileView file(String path, Optional<String> stage) {
        return new FileView(UUID.randomUUID(), Area.OUTPUT, path, 5, "0", Instant.EPOCH, Optional.empty(), stage);
    }
}
