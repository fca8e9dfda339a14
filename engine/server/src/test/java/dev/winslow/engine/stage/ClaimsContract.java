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
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Claims.Placing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Stages of several runs that are given to nodes in one transaction. */
interface ClaimsContract {
    String PIPELINE = "claimed";
    String BPMN = """
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
                """.formatted(PIPELINE);

    ServerOnADatabase server();

    @BeforeEach
    default void beginAnew() {
        // What is given to whom is decided here, and what earlier tests left takes no part in it.
        bean(DispatchLoop.class).stop();
        bean(JdbcClient.class).sql("update node set draining = true").update();
        bean(JdbcClient.class).sql("update run set paused = true").update();
        bean(PipelineService.class).deploy(BPMN);
    }

    @Test
    default void giveEachAPlaceOfItsOwnAndNoMoreThanThereIsRoomFor() {
        UUID node = node(2);
        List<UUID> runs = Stream.of("x", "x", "x").map(this::run).toList();

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
    default void keepNothingOfAllWhereOneFails() {
        UUID node = node(2);
        UUID project = project();
        UUID known = run(project, "x");
        claimed(known, node);
        end(attempts(known).getFirst(), AttemptState.SUCCEEDED);
        UUID takesOver = run(project, "x");
        UUID broken = run("x");
        breakEarlierTry(broken, node);
        Placing sound = new Placing(queued(takesOver).getFirst(), node, true);

        assertThatThrownBy(() -> bean(Claims.class)
                        .claim(List.of(sound, new Placing(queued(broken).getFirst(), node, true))))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(attempts(takesOver)).isEmpty();
        assertThat(queued(takesOver)).hasSize(1);
        bean(Claims.class).claim(List.of(sound));
        assertThat(attempts(takesOver))
                .extracting(Attempt::state)
                .as("what was taken back")
                .containsExactly(AttemptState.SUCCEEDED);
    }

    @Test
    default void passOverRunsThatSomebodyElseHolds() {
        UUID node = node(2);
        UUID held = run("x");
        UUID free = run("x");
        List<Placing> both = Stream.of(held, free)
                .map(run -> new Placing(queued(run).getFirst(), node, true))
                .toList();

        bean(TransactionTemplate.class).executeWithoutResult(holding -> {
            bean(Runs.class).lock(held);
            CompletableFuture.runAsync(() -> bean(Claims.class).claim(both)).join();
        });

        assertThat(attempts(free)).hasSize(1);
        assertThat(attempts(held)).isEmpty();
        assertThat(queued(held)).hasSize(1);
    }

    @Test
    default void refuseTwoStagesOfOneRun() {
        UUID node = node(2);
        List<Placing> both = queued(run("x,y")).stream()
                .map(stage -> new Placing(stage, node, true))
                .toList();

        assertThatThrownBy(() -> bean(Claims.class).claim(both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different runs");
    }

    @Test
    default void ofWhichOneFailsAreTriedEachByItself() {
        UUID node = node(16);
        UUID broken = run("x");
        breakEarlierTry(broken, node);
        UUID sound = run("x");

        assertThat(bean(Dispatcher.class).dispatch()).contains(node);

        assertThat(attempts(sound)).hasSize(1);
        assertThat(queued(broken)).hasSize(1);
    }

    @Test
    default void countTriesAtTheSameStageOneAfterTheOther() {
        UUID node = node(16);
        UUID run = run("x,y,z");

        assertThat(bean(Dispatcher.class).dispatch()).contains(node);

        assertThat(attempts(run))
                .extracting(attempt -> attempt.stage().number())
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    private UUID node(int gpus) {
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

    private UUID project() {
        return bean(ProjectService.class)
                .create(new CreateProject("project", PIPELINE, List.of()))
                .id();
    }

    private UUID run(String items) {
        return run(project(), items);
    }

    private UUID run(UUID project, String items) {
        return bean(RunService.class)
                .start(
                        project,
                        new StartRun(
                                Map.of("items", items),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .id();
    }

    private void claimed(UUID run, UUID node) {
        assertThat(bean(Claims.class).claim(List.of(new Placing(queued(run).getFirst(), node, true))))
                .containsExactly(node);
    }

    private void end(Attempt attempt, AttemptState state) {
        bean(Outcomes.class)
                .end(
                        attempt.id(),
                        new Outcome(
                                attempt.lease().token(),
                                state,
                                Optional.of(0),
                                Optional.of("as the test will have it"),
                                List.of(),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /** The stage waits again after a try that nobody can read. */
    private void breakEarlierTry(UUID run, UUID node) {
        claimed(run, node);
        Attempt attempt = attempts(run).getFirst();
        end(attempt, AttemptState.FAILED);
        assertThat(bean(ProcessKernel.class).requeue(attempt.jobId())).isTrue();
        bean(JdbcClient.class)
                .sql("update attempt set state = 'BROKEN' where id = :id")
                .param("id", attempt.id())
                .update();
    }

    private List<QueuedStage> queued(UUID run) {
        return bean(ProcessKernel.class).queuedStages(1000).stream()
                .filter(stage -> stage.runId().equals(run))
                .toList();
    }

    private List<Attempt> attempts(UUID run) {
        return bean(AttemptRepository.class).ofRun(run);
    }

    private <T> T bean(Class<T> type) {
        return server().context().getBean(type);
    }
}
