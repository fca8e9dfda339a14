package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs of one stage each, several times over for the items of a list, and nodes for them; only what a test claims is given to a node. */
interface ClaimScene {
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

    default UUID node(int gpus) {
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

    default UUID project() {
        return bean(ProjectService.class)
                .create(new CreateProject("project", PIPELINE, List.of()))
                .id();
    }

    default UUID run(String items) {
        return run(project(), items);
    }

    default UUID run(UUID project, String items) {
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

    default void claimed(UUID run, UUID node) {
        assertThat(bean(Claims.class).claim(List.of(new Placing(queued(run).getFirst(), node, true))))
                .extracting(given -> given.attempt().place().nodeId())
                .containsExactly(Optional.of(node));
    }

    default void end(Attempt attempt, AttemptState state) {
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
    default void breakEarlierTry(UUID run, UUID node) {
        claimed(run, node);
        Attempt attempt = attempts(run).getFirst();
        end(attempt, AttemptState.FAILED);
        assertThat(bean(ProcessKernel.class).requeue(attempt.jobId())).isTrue();
        bean(JdbcClient.class)
                .sql("update attempt set state = 'BROKEN' where id = :id")
                .param("id", attempt.id())
                .update();
    }

    default List<QueuedStage> queued(UUID run) {
        return bean(ProcessKernel.class).queuedStages(1000).stream()
                .filter(stage -> stage.runId().equals(run))
                .toList();
    }

    default List<Attempt> attempts(UUID run) {
        return bean(AttemptRepository.class).ofRun(run);
    }

    default <T> T bean(Class<T> type) {
        return server().context().getBean(type);
    }
}
