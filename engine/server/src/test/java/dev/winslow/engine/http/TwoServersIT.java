package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.pipeline.PipelineView;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
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
}
