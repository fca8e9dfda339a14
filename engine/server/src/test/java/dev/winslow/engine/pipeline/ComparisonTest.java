package dev.winslow.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winslow.api.pipeline.PipelineChange;
import dev.winslow.api.pipeline.PipelineChange.Detail;
import dev.winslow.api.pipeline.PipelineChange.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final String OLD = PipelineParserTest.GOOD;

    @Test
    void findsNothingBetweenTwoSpellingsOfTheSame() {
        String respelled = OLD.replace("winslow:", "w:")
                .replace("xmlns:winslow", "xmlns:w")
                .replace("<winslow", "<w")
                .replace("><", ">\n    <");

        assertThat(Comparison.of(OLD, respelled)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "winslow/tracker:1 | winslow/tracker:2 | image | winslow/tracker:1 | winslow/tracker:2",
                "memory=\"8GiB\" | memory=\"9GiB\" | needs memory | 8GiB | 9GiB",
                "<winslow:arg>--video | <winslow:arg>--film | arguments | detect --video | detect --film",
                "${MODEL:-} | ${MODEL} | env MODEL | ${MODEL:-} | ${MODEL}",
                "label=\"Detections\" | label=\"Boxes\" | output detections.csv | Detections | Boxes",
                "topic=\"gpu\" | topic=\"cpu\" | topic | gpu | cpu"
            })
    void tellsWhatOfAStageChanged(String was, String is, String trait, String before, String after) {
        List<PipelineChange> changes = Comparison.of(OLD, OLD.replace(was, is));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.name()).isEqualTo("Detect vehicles");
            assertThat(change.type()).isEqualTo("stage");
            assertThat(change.details()).containsExactly(new Detail(trait, Optional.of(before), Optional.of(after)));
        });
    }

    @Test
    void tellsWhatWasAddedAndWhatIsGone() {
        String renamed = OLD.replace("id=\"review\"", "id=\"judge\"")
                .replace("targetRef=\"review\"", "targetRef=\"judge\"")
                .replace("sourceRef=\"review\"", "sourceRef=\"judge\"");

        assertThat(Comparison.of(OLD, renamed))
                .extracting(PipelineChange::kind, PipelineChange::type, PipelineChange::element)
                .containsExactlyInAnyOrder(
                        tuple(Kind.ADDED, "user task", "judge"),
                        tuple(Kind.CHANGED, "flow", "to-review"),
                        tuple(Kind.CHANGED, "flow", "to-decide"),
                        tuple(Kind.REMOVED, "user task", "review"));
    }

    @Test
    void tellsWhatChangedOfThePipelineItselfAndOfAFlow() {
        String changed = OLD.replace("value=\"small\"", "value=\"large\"").replace("'redo'", "'again'");

        assertThat(Comparison.of(OLD, changed))
                .extracting(
                        PipelineChange::type,
                        PipelineChange::name,
                        change -> change.details().getFirst().trait())
                .containsExactly(
                        tuple("pipeline", "Tracking", "variable MODEL"),
                        tuple("flow", "decide → Detect vehicles", "condition"));
    }

    @Test
    void neverShowsASecret() {
        String secret = OLD.replace("value=\"small\"", "value=\"sesame\" secret=\"true\"");

        assertThat(Comparison.of(OLD, secret).getFirst().details())
                .containsExactly(
                        new Detail("variable MODEL", Optional.of("small"), Optional.of("secret true, (secret)")));
    }
}
