package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What those who watch the server ask it. */
interface MetricsContract {
    ServerOnADatabase server();

    @Test
    default void tellsPrometheusOfNodesStagesAndItself() {
        String metrics = server().caller().get("/actuator/prometheus").body();

        assertThat(metrics)
                .contains("winslow_nodes{state=\"ONLINE\"}", "winslow_attempts{state=\"RUNNING\"}")
                .contains("winslow_stages_queued", "jvm_memory_used_bytes", "hikaricp_connections");
    }

    @Test
    default void tellsMetricsToNobodyWithoutAToken() {
        assertThat(server().caller().with("").get("/actuator/prometheus").status())
                .isEqualTo(401);
    }

    @Test
    default void tellsItsHealthToAnybody() {
        Answer health = server().caller().with("").get("/actuator/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("\"UP\"");
    }
}
