package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What traces tell, of two servers on PostgreSQL. */
class TracesIT implements TracesContract {
    private static EmbeddedPostgres postgres;
    private static SpanReceiver receiver;
    private static ServerOnADatabase server;
    private static ServerOnADatabase other;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        receiver = new SpanReceiver();
        server = server(ServerOnADatabase.newFolder());
        other = server(server.data());
    }

    private static ServerOnADatabase server(Path data) {
        return ServerOnADatabase.at(
                postgres.getJdbcUrl("postgres", "postgres"),
                "postgres",
                data,
                receiver.setting(),
                "winslow.traces.every=PT0.1S");
    }

    @AfterAll
    static void stop() throws IOException {
        other.close();
        server.close();
        receiver.close();
        postgres.close();
    }

    @Override
    public ServerOnADatabase server() {
        return server;
    }

    @Override
    public SpanReceiver receiver() {
        return receiver;
    }

    @Test
    void eachSpanIsSentByOneOfThem() {
        List<UUID> runs = new ArrayList<>();
        try (Scene scene = new Scene(server).deployOneStage()) {
            for (int i = 0; i < 20; i++) {
                runs.add(scene.start(scene.project()).id());
                scene.cancel();
            }
        }

        await().untilAsserted(() -> assertThat(runs)
                .allSatisfy(run -> assertThat(receiver.of(TracesContract.trace(run)))
                        .extracting(Span::getName)
                        .hasSize(1)));
    }
}
