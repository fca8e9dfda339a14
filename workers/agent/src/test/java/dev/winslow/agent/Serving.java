package dev.winslow.agent;

import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.api.stage.Capabilities;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A worker that serves on a thread of its own until it is stopped; its stages go on. */
final class Serving {
    private final Agent agent;
    private final Thread thread;

    Serving(FakeServer server, Path data, StageExecutor executor) throws IOException {
        this.agent = new Agent(
                new AgentSettings(
                        server.uri(),
                        Optional.of("enrol"),
                        "node-1",
                        data,
                        new Capabilities(1, 1, List.of(), Set.of())),
                executor);
        this.thread = Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        try {
            agent.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | Joining.NotAdmitted problem) {
            throw new IllegalStateException(problem);
        }
    }

    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
        agent.close();
    }
}
