package dev.winslow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepeatedWorkTest {
    @Test
    void goesOnAfterAnError() throws InterruptedException {
        Failing work = new Failing();

        work.start();

        assertThat(work.rounds.await(20, TimeUnit.SECONDS)).isTrue();
        work.stop();
        assertThat(work.isRunning()).isFalse();
    }

    /** Fails in a way that no program expects, time and again. */
    private static final class Failing extends RepeatedWork {
        private final CountDownLatch rounds = new CountDownLatch(3);

        Failing() {
            super("failing", Duration.ofMillis(1));
        }

        @Override
        protected void round() {
            rounds.countDown();
            throw new StackOverflowError("deep");
        }
    }
}
