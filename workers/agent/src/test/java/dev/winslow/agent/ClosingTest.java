package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.agent.executor.ProcessExecutor;
import dev.winslow.agent.executor.Programs;
import dev.winslow.agent.executor.StageExecutor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a worker ends. */
class ClosingTest {
    @TempDir
    Path data = Path.of("");

    private final CountDownLatch measuring = new CountDownLatch(1);
    private final CountDownLatch swallowed = new CountDownLatch(1);

    @Test
    @Timeout(60)
    void endsThoughALibrarySwallowedTheFirstInterrupt() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Serving worker = new Serving(server, data, forgetful());
            server.queue.add(new StageBuilder("tool:1", "sleep 30").build());
            assertThat(measuring.await(30, TimeUnit.SECONDS)).isTrue();

            worker.stop();

            assertThat(swallowed.getCount()).isZero();
        }
    }

    /** Forgets that it was interrupted while it measured a stage. */
    private StageExecutor forgetful() {
        StageExecutor stages = new ProcessExecutor(Programs.parse(Map.of("tool:1", "sh -c")), Duration.ofSeconds(2));
        return (StageExecutor) Proxy.newProxyInstance(
                StageExecutor.class.getClassLoader(),
                new Class<?>[] {StageExecutor.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("load")) {
                        waitOnce();
                        return Optional.empty();
                    }
                    try {
                        return method.invoke(stages, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private void waitOnce() {
        measuring.countDown();
        if (swallowed.getCount() == 0) {
            return;
        }
        try {
            TimeUnit.MINUTES.sleep(1);
        } catch (InterruptedException forgotten) {
            swallowed.countDown();
        }
    }
}
