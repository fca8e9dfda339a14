package dev.winslow.ui.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PipelineModellerTest {
    private final PipelineModeller modeller = new PipelineModeller(new PipelineModeller.Source("", "", "", ""));
    private final List<PipelineModeller.Trial> asked = new ArrayList<>();

    PipelineModellerTest() {
        modeller.onTrial(asked::add);
    }

    @Test
    void onlyTheNewestTrialIsWanted() {
        tryPatterns(1);
        assertThat(asked.getFirst().wanted().getAsBoolean()).isTrue();

        tryPatterns(2);

        assertThat(asked.getFirst().wanted().getAsBoolean()).isFalse();
        assertThat(asked.getLast().wanted().getAsBoolean()).isTrue();
    }

    @Test
    void trialIsNotWantedBehindItsStage() {
        tryPatterns(1);

        fire("patterns-left", Map.of());

        assertThat(asked.getFirst().wanted().getAsBoolean()).isFalse();
    }

    @Test
    void trialIsNotWantedOnceThePageIsClosed() {
        UI page = new UI();
        page.add(modeller);
        tryPatterns(1);
        assertThat(asked.getFirst().wanted().getAsBoolean()).isTrue();

        page.remove(modeller);

        assertThat(asked.getFirst().wanted().getAsBoolean()).isFalse();
    }

    private void tryPatterns(int number) {
        fire("patterns-tried", Map.of("event.detail.number", number, "event.detail.question", "{}"));
    }

    private void fire(String event, Map<String, Object> data) {
        modeller.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(
                        modeller.getElement(), event, JsonMapper.shared().valueToTree(data)));
    }
}
