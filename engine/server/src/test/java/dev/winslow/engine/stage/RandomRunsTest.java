package dev.winslow.engine.stage;

import dev.winslow.api.project.CreateProject;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.worker.JoinRequest;
import dev.winslow.engine.http.ServerOnADatabase;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.project.ProjectService;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random lives of runs. {@code -Dwinslow.random.runs=N} says how many, {@code -Dwinslow.random.seed=S} which; a failure names the seed of the one
 * life that broke, and what happened in it.
 */
@Tag("computes-for-minutes")
class RandomRunsTest {
    private static final int RUNS = Integer.getInteger("winslow.random.runs", 10_000);
    private static final long SEED = Long.getLong("winslow.random.seed", 1);
    /** One life only, of the failure that named its seed. */
    private static final long ONLY = Long.getLong("winslow.random.only", -1);

    private static final int LONGEST = 12;
    private static final List<String> PIPELINES = List.of("loop", "fork", "each", "choice");
    /** So many lives in one project leave enough behind for each other; more would only have every question take longer. */
    private static final int LIVES_IN_A_PROJECT = 100;

    private static ServerOnADatabase server;

    @BeforeAll
    static void start() {
        server = ServerOnADatabase.at(
                "jdbc:h2:mem:random;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024",
                "sa",
                ServerOnADatabase.newFolder(),
                "winslow.reaper-interval=PT1H",
                "winslow.lease-duration=PT9H",
                "winslow.heartbeat-interval=PT9H");
        // Chance decides here what is given to whom.
        server.context().getBean(DispatchLoop.class).stop();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void comeToTheirEndWhateverHappens() {
        int lanes = Runtime.getRuntime().availableProcessors();
        PipelineService pipelines = server.context().getBean(PipelineService.class);
        RandomPipelines.ALL.forEach(pipelines::deploy);
        IntStream.range(0, lanes).parallel().forEach(lane -> live(lane, lanes));
    }

    private static void live(int lane, int lanes) {
        UUID node = server.context()
                .getBean(NodeService.class)
                .join(new JoinRequest(
                        "random-" + lane,
                        "test",
                        JoinRequest.PROTOCOL,
                        new Capabilities(1000, 1L << 40, List.of(), Set.of("random"))))
                .id();
        List<UUID> projects = List.of();
        for (int number = lane, lives = 0; number < RUNS; number += lanes, lives++) {
            if (lives % (LIVES_IN_A_PROJECT * PIPELINES.size()) == 0) {
                projects = newProjects(lane);
            }
            long seed = SEED * 1_000_000 + number;
            if (ONLY < 0 || ONLY == seed) {
                live(seed, node, projects.get(lives % PIPELINES.size()));
            }
        }
    }

    /** One of each pipeline. */
    private static List<UUID> newProjects(int lane) {
        ProjectService projects = server.context().getBean(ProjectService.class);
        return PIPELINES.stream()
                .map(key -> projects.create(new CreateProject(key + lane, "random-" + key, List.of()))
                        .id())
                .toList();
    }

    private static void live(long seed, UUID node, UUID project) {
        SplittableRandom random = new SplittableRandom(seed);
        try {
            new RandomRun(server.context(), random, node, project).live(1 + random.nextInt(LONGEST));
        } catch (AssertionError broken) {
            throw new AssertionError("Seed " + seed + ": " + broken.getMessage(), broken);
        }
    }
}
