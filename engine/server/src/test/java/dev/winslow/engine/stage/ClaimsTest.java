package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.project.CreateProject;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.worker.JoinRequest;
import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.http.ServerOnADatabase;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.stage.Claims.Placing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stages of several runs that are given to nodes in one transaction. */
class ClaimsTest {
    private static final String PIPELINE = "claimed";
    private static ServerOnADatabase server;

    @BeforeAll
    static void start() {
        server = ServerOnADatabase.at(
                "jdbc:h2:mem:claims;DB_CLOSE_DELAY=-1",
                "sa",
                ServerOnADatabase.newFolder(),
                "winslow.reaper-interval=PT1H",
                "winslow.lease-duration=PT9H",
                "winslow.heartbeat-interval=PT9H");
        // What is given to whom is decided here.
        bean(DispatchLoop.class).stop();
        bean(PipelineService.class).deploy("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                    xmlns:winslow="http://winslow.dev/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                  <process id="%s" name="Claimed" isExecutable="true"><startEvent id="start"/><endEvent id="end"/>
                    <serviceTask id="work" name="Work" flowable:type="external-worker" flowable:topic="gpu">
                      <extensionElements><winslow:stage image="test:1"><winslow:require cpus="1" memory="1MiB" gpus="1"/></winslow:stage></extensionElements>
                      <multiInstanceLoopCharacteristics isSequential="false" flowable:collection="items" flowable:elementVariable="item"/>
                    </serviceTask>
                    <sequenceFlow id="f0" sourceRef="start" targetRef="work"/><sequenceFlow id="f1" sourceRef="work" targetRef="end"/>
                  </process>
                </definitions>
                """.formatted(PIPELINE));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void giveEachAPlaceOfItsOwnAndNoMoreThanThereIsRoomFor() {
        UUID node = node(2);
        List<UUID> runs = Stream.of("x", "x", "x").map(ClaimsTest::run).toList();

        Set<UUID> served = bean(Claims.class)
                .claim(runs.stream()
                        .map(run -> new Placing(queued(run).getFirst(), node, true))
                        .toList());

        assertThat(served).containsExactly(node);
        List<Attempt> begun =
                runs.stream().flatMap(run -> attempts(run).stream()).toList();
        assertThat(begun)
                .hasSize(2)
                .allSatisfy(attempt -> assertThat(attempt.state()).isEqualTo(AttemptState.ASSIGNED));
        assertThat(begun).flatExtracting(attempt -> attempt.place().gpus()).containsExactlyInAnyOrder(0, 1);
        assertThat(runs.stream().flatMap(run -> queued(run).stream())).hasSize(1);
    }

    @Test
    void takeNoneWhereOneFails() {
        UUID node = node(2);
        UUID sound = run("x");
        UUID broken = run("x");
        breakEarlierTry(broken, node);
        List<Placing> both = Stream.of(sound, broken)
                .map(run -> new Placing(queued(run).getFirst(), node, true))
                .toList();

        assertThatThrownBy(() -> bean(Claims.class).claim(both)).isInstanceOf(IllegalArgumentException.class);

        assertThat(attempts(sound)).isEmpty();
        assertThat(queued(sound)).hasSize(1);
    }

    @Test
    void ofWhichOneFailsAreTriedEachByItself() {
        UUID node = node(16);
        UUID broken = run("x");
        breakEarlierTry(broken, node);
        UUID sound = run("x");

        assertThat(bean(Dispatcher.class).dispatch()).contains(node);

        assertThat(attempts(sound)).hasSize(1);
        assertThat(queued(broken)).hasSize(1);
    }

    @Test
    void countTriesAtTheSameStageOneAfterTheOther() {
        UUID node = node(16);
        UUID run = run("x,y,z");

        assertThat(bean(Dispatcher.class).dispatch()).contains(node);

        assertThat(attempts(run))
                .extracting(attempt -> attempt.stage().number())
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    private static UUID node(int gpus) {
        // What earlier tests left takes no place from this one.
        bean(JdbcClient.class).sql("update node set draining = true").update();
        return bean(NodeService.class)
                .join(new JoinRequest(
                        "node-" + UUID.randomUUID(),
                        "test",
                        JoinRequest.PROTOCOL,
                        new Capabilities(
                                gpus,
                                1L << 30,
                                IntStream.range(0, gpus)
                                        .mapToObj(index -> new Gpu(index, "test", 1L << 30, "1"))
                                        .toList(),
                                Set.of())))
                .id();
    }

    private static UUID run(String items) {
        UUID project = bean(ProjectService.class)
                .create(new CreateProject("project", PIPELINE, List.of()))
                .id();
        return bean(RunService.class)
                .start(
                        project,
                        new StartRun(
                                Map.of("items", items),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(false)))
                .id();
    }

    /** The stage waits again after a try that nobody can read. */
    private static void breakEarlierTry(UUID run, UUID node) {
        assertThat(bean(Claims.class).claim(List.of(new Placing(queued(run).getFirst(), node, true))))
                .containsExactly(node);
        Attempt attempt = attempts(run).getFirst();
        bean(Outcomes.class)
                .end(
                        attempt.id(),
                        new Outcome(
                                attempt.lease().token(),
                                AttemptState.FAILED,
                                Optional.of(1),
                                Optional.of("It failed."),
                                List.of(),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(bean(ProcessKernel.class).requeue(attempt.jobId())).isTrue();
        bean(JdbcClient.class)
                .sql("update attempt set state = 'BROKEN' where id = :id")
                .param("id", attempt.id())
                .update();
    }

    private static List<QueuedStage> queued(UUID run) {
        return bean(ProcessKernel.class).queuedStages(1000).stream()
                .filter(stage -> stage.runId().equals(run))
                .toList();
    }

    private static List<Attempt> attempts(UUID run) {
        return bean(AttemptRepository.class).ofRun(run);
    }

    private static <T> T bean(Class<T> type) {
        return server.context().getBean(type);
    }
}
