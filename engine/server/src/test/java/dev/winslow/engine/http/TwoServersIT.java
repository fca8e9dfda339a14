package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.notify.CreateRule;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.pipeline.PipelineView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringOutcome;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.engine.Ids;
import dev.winslow.engine.trigger.TimedTriggers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several servers on one PostgreSQL. */
class TwoServersIT {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    /** The address of a new one. */
    private static String emptyDatabase() throws SQLException {
        String name = "servers_" + Ids.secret().substring(0, 12);
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    @Test
    void comeUpTogetherOnAnEmptyDatabase() throws Exception {
        String url = emptyDatabase();
        try (ServerProcess one = ServerProcess.begin(url, "postgres");
                ServerProcess two = ServerProcess.begin(url, "postgres")) {

            assertThat(List.of(one.caller(), two.caller()))
                    .allSatisfy(caller -> assertThat(caller.get(Paths.PIPELINES).listOf(PipelineView.class))
                            .extracting(PipelineView::key, PipelineView::version)
                            .containsExactly(tuple("bundled", 1)));
        }
    }

    @Test
    void goOnWithPlacementWhenTheOneThatLedItEnds() throws Exception {
        String url = emptyDatabase();
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

    @Test
    void tellWhyAStageWaitsAlsoWhereTheyDoNotLeadPlacement() throws Exception {
        String url = emptyDatabase();
        try (ServerOnADatabase leading = ServerOnADatabase.at(url, "postgres", ServerOnADatabase.newFolder());
                ServerOnADatabase following = ServerOnADatabase.at(url, "postgres", leading.data());
                Scene scene = new Scene(following).deployOneStage()) {
            WorkingNode.join(leading, "other");
            UUID run = scene.start(scene.project()).id();

            assertThat(scene.step(run, "detect").waitingBecause())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("node-other lacks the tag"));
        }
    }

    @Test
    void tellEachEventOnceAndGoOnWhenTheOneThatLedItEnds() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            String url = emptyDatabase();
            ServerOnADatabase leading = ServerOnADatabase.at(url, "postgres", ServerOnADatabase.newFolder());
            try (ServerOnADatabase following = ServerOnADatabase.at(url, "postgres", leading.data());
                    Scene scene = new Scene(following).deployOneStage()) {
                ProjectView project = scene.project();
                scene.caller.post(
                        Paths.PROJECT_NOTIFICATIONS.replace(
                                "{project}", project.id().toString()),
                        new CreateRule(
                                List.of(EventKind.RUN_STARTED),
                                new Receiver.Webhook(receiver.address()),
                                Optional.empty()));
                Set<String> told = new HashSet<>();
                for (int i = 0; i < 5; i++) {
                    scene.start(project);
                    told.add(receiver.next().id());
                    scene.cancel();
                }
                leading.context().close();
                scene.start(project);
                told.add(receiver.next().id());

                assertThat(told).hasSize(6);
                assertThat(receiver.hasMore()).isFalse();
            }
        }
    }

    @Test
    void fireATriggerOnce() throws Exception {
        String url = emptyDatabase();
        try (ServerOnADatabase one = ServerOnADatabase.at(url, "postgres", ServerOnADatabase.newFolder());
                ServerOnADatabase two = ServerOnADatabase.at(url, "postgres", one.data());
                Scene scene = new Scene(one).deployOneStage()) {
            ProjectView project = scene.project();
            Instant at = one.clock().instant().plus(Duration.ofMinutes(5));
            TriggerView trigger = scene.caller
                    .post(Paths.TRIGGERS, new CreateTrigger("soon", new TriggerSource.Once(project.id(), at), Map.of()))
                    .as(CreatedTrigger.class)
                    .trigger();
            List<ServerOnADatabase> servers = List.of(one, two);

            servers.forEach(server -> server.clock().leap(Duration.ofMinutes(5)));
            Together.run(
                    2,
                    number -> servers.get(number)
                            .context()
                            .getBean(TimedTriggers.class)
                            .fireDue());

            assertThat(scene.caller
                            .get(Paths.TRIGGERS + "/" + trigger.id() + "/firings")
                            .listOf(FiringView.class))
                    .extracting(FiringView::outcome)
                    .containsExactly(FiringOutcome.STARTED);
        }
    }
}
