package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.pipeline.PipelineView;
import dev.winslow.api.run.RunState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Several servers on one PostgreSQL. */
class TwoServersIT {
    @Test
    void comeUpTogetherOnAnEmptyDatabase() throws Exception {
        ConcurrentLinkedQueue<ServerOnADatabase> servers = new ConcurrentLinkedQueue<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try {
                Together.run(
                        2, number -> servers.add(ServerOnADatabase.at(url, "postgres", ServerOnADatabase.newFolder())));

                assertThat(servers)
                        .hasSize(2)
                        .allSatisfy(server -> assertThat(
                                        server.caller().get(Paths.PIPELINES).listOf(PipelineView.class))
                                .extracting(PipelineView::key, PipelineView::version)
                                .isEqualTo(List.of(org.assertj.core.groups.Tuple.tuple("bundled", 1))));
            } finally {
                servers.forEach(ServerOnADatabase::close);
            }
        }
    }

    @Test
    void goOnWithPlacementWhenTheOneThatLedItEnds() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            ServerOnADatabase leading = ServerOnADatabase.at(url, "postgres", ServerOnADatabase.newFolder());
            try (ServerOnADatabase following = ServerOnADatabase.at(url, "postgres", leading.data())) {
                Scene scene = new Scene(following).deployOneStage();
                WorkingNode node = WorkingNode.join(following, scene.key);
                UUID first = scene.start(scene.project()).id();
                node.succeed(node.await());
                assertThat(scene.show(first).state()).isEqualTo(RunState.SUCCEEDED);

                leading.context().close();
                UUID second = scene.start(scene.project()).id();

                node.succeed(node.await());
                assertThat(scene.show(second).state()).isEqualTo(RunState.SUCCEEDED);
            }
        }
    }
}
