package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.AttemptState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EarlierTriesTest {
    private final EarlierTries.Try first = tried("one", AttemptState.RELEASED);
    private final EarlierTries.Try second = tried("one", AttemptState.RELEASED);
    private final EarlierTries.Try third = tried("two", AttemptState.FAILED);
    private final EarlierTries tries = new EarlierTries(List.of(first, second, third));

    @Test
    void numbersAttemptsOfAStageWhateverTheirJob() {
        assertThat(new EarlierTries(List.of()).nextNumber()).isEqualTo(1);
        assertThat(tries.nextNumber()).isEqualTo(4);
    }

    @Test
    void goesOnFromTheLastAttemptAtTheJobThatGaveItsNodeBack() {
        assertThat(tries.released("one")).contains(second.attemptId());
        assertThat(tries.released("two")).isEmpty();
    }

    @Test
    void knowsWhetherAJobWasTriedBefore() {
        assertThat(tries.of("two")).isTrue();
        assertThat(tries.of("three")).isFalse();
    }

    private static EarlierTries.Try tried(String jobId, AttemptState state) {
        return new EarlierTries.Try(UUID.randomUUID(), jobId, state);
    }
}
