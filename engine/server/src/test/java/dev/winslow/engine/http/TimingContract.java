package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.stage.Timing;
import dev.winslow.api.worker.Assignment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Running time, time left, and warnings. */
interface TimingContract {
    ServerOnADatabase server();

    @Test
    default void tellsHowLongAStageRunsAndHowLongItTookBefore() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID first = scene.start(project).id();
            Assignment detect = node.await();
            assertThat(timing(scene, first).left()).isEmpty();
            server().clock().leap(Duration.ofSeconds(10));
            node.beat();
            node.succeed(detect);
            Assignment track = node.await();
            server().clock().leap(Duration.ofSeconds(5));
            node.beat();
            node.succeed(track);
            Timing ended = timing(scene, first);
            assertThat(ended.running()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(14));
            assertThat(ended.left()).isEmpty();
            scene.decide(project, "approve");

            UUID second = scene.start(
                            project,
                            new StartRun(
                                    Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false)))
                    .id();
            Assignment again = node.await();

            assertThat(timing(scene, second).left().orElseThrow())
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(14));
            RunView run = scene.show(second);
            assertThat(run.timing().left().orElseThrow()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(19));
            node.progress(again, 100, 3);
            assertThat(timing(scene, second).left()).contains(Duration.ZERO);
            assertThat(scene.show(second).warnings()).isEqualTo(3);
            assertThat(scene.attempts(second).getFirst().warnings()).isEqualTo(3);
        }
    }

    private static Timing timing(Scene scene, UUID run) {
        return scene.attempts(run).getFirst().timing();
    }
}
