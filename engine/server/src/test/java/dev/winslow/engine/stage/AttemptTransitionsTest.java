package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.AttemptState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AttemptTransitionsTest {
    @Test
    void neverLeavesAFinalState() {
        Arrays.stream(AttemptState.values())
                .filter(AttemptState::isFinal)
                .forEach(from ->
                        assertThat(AttemptState.values()).noneMatch(to -> AttemptTransitions.isLegal(from, to)));
    }

    @Test
    void neverGoesBack() {
        assertThat(AttemptTransitions.isLegal(AttemptState.RUNNING, AttemptState.PREPARING))
                .isFalse();
        assertThat(AttemptTransitions.isLegal(AttemptState.COMMITTING, AttemptState.RUNNING))
                .isFalse();
    }

    @Test
    void everyOpenStateCanBeLost() {
        Arrays.stream(AttemptState.values())
                .filter(state -> !state.isFinal() && state != AttemptState.QUEUED)
                .forEach(from -> assertThat(AttemptTransitions.isLegal(from, AttemptState.LOST))
                        .isTrue());
    }
}
