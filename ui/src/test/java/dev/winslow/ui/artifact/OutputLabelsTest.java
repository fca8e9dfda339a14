package dev.winslow.ui.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.engine.pipeline.PipelineParser;
import dev.winslow.engine.pipeline.PipelineReading;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutputLabelsTest {
    private static final OutputLabels LABELS = labels("""
            <winslow:output path="${FILM}/$$${LANE:-all}.svg" label="Speeds of a lane"/>
            <winslow:output path="charts/mean-speeds.svg" label="Speeds by lane"/>
            <winslow:output path="${WHERE}/mean-speeds.svg" label="Speeds somewhere"/>
            <winslow:output path="plain.svg"/>
            """);

    @Test
    void callsAFileWhatThePipelineCallsIt() {
        FileView chart = file("charts/mean-speeds.svg", Optional.of("draw"));

        assertThat(LABELS.of(chart)).contains("Speeds by lane");
        assertThat(Results.title(chart, LABELS)).isEqualTo("Speeds by lane");
    }

    @Test
    void callsAFileWhosePathDependsOnVariablesWhatThePipelineCallsIt() {
        assertThat(LABELS.of(file("a+b/$north.svg", Optional.of("draw")))).contains("Speeds of a lane");
        assertThat(LABELS.of(file("elsewhere/mean-speeds.svg", Optional.of("draw"))))
                .contains("Speeds somewhere");
        assertThat(LABELS.of(file("a+b/north.svg", Optional.of("draw")))).isEmpty();
        assertThat(LABELS.of(file("plain.svg", Optional.of("draw")))).isEmpty();
    }

    @Test
    void makesWordsOfTheNameOfWhatAnotherStageOrAPersonLeft() {
        assertThat(LABELS.of(file("charts/mean-speeds.svg", Optional.of("repaint"))))
                .isEmpty();
        assertThat(LABELS.of(file("charts/mean-speeds.svg", Optional.empty()))).isEmpty();
        assertThat(Results.title(file("charts/mean-speeds.svg", Optional.empty()), LABELS))
                .isEqualTo("Mean speeds");
    }

    private static OutputLabels labels(String outputs) {
        PipelineReading reading = new PipelineParser().read("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                    xmlns:winslow="http://winslow.dev/bpmn" targetNamespace="test">
                  <process id="drawing" name="Drawing" isExecutable="true">
                    <startEvent id="start"/><endEvent id="end"/>
                    <serviceTask id="draw" name="Draw" flowable:type="external-worker" flowable:topic="cpu"><extensionElements>
                      <winslow:stage image="tool:1">%s</winslow:stage>
                    </extensionElements></serviceTask>
                    <sequenceFlow id="f0" sourceRef="start" targetRef="draw"/>
                    <sequenceFlow id="f1" sourceRef="draw" targetRef="end"/>
                  </process>
                </definitions>
                """.formatted(outputs));
        assertThat(reading).isInstanceOf(PipelineReading.Valid.class);
        return OutputLabels.of(((PipelineReading.Valid) reading).spec());
    }

    private static FileView file(String path, Optional<String> stage) {
        return new FileView(UUID.randomUUID(), Area.OUTPUT, path, 5, "0", Instant.EPOCH, Optional.empty(), stage);
    }
}
