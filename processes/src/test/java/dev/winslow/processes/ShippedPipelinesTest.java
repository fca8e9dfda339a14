package dev.winslow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.Completion;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.flowable.ProcessKernel.UserTask;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineService.Deployment;
import dev.winslow.engine.pipeline.PipelineVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Takes every pipeline that Winslow ships from its start to its end; the test does what workers and people would do. */
class ShippedPipelinesTest {
    private static ConfigurableApplicationContext engine;

    private final UUID run = UUID.randomUUID();

    @BeforeAll
    static void start() {
        engine = EngineInMemory.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void tracksVehiclesToAnApprovedResult() {
        startRun("vehicle-tracking");

        finish("suggest-points");
        answer("set-points", Map.of());
        finish("track-points", "camera", "detect", "track", "lanes");
        finishTogether("render", "export", "charts");
        answer("review", Map.of("decision", "approve"));

        assertThat(kernel().open(List.of(run))).isEmpty();
    }

    @Test
    void detectsAgainWithOtherSettingsWhenTheReviewAsksForIt() {
        startRun("vehicle-tracking");
        finish("suggest-points");
        answer("set-points", Map.of());
        finish("track-points", "camera", "detect", "track", "lanes");
        finishTogether("charts", "export", "render");

        answer("review", Map.of("decision", "redo", "DETECTION_THRESHOLD", "9.5"));

        assertThat(kernel().variables(run)).containsEntry("DETECTION_THRESHOLD", "9.5");
        finish("detect", "track", "lanes");
        finishTogether("render", "export", "charts");
        answer("review", Map.of("decision", "approve"));
        assertThat(kernel().open(List.of(run))).isEmpty();
    }

    @Test
    void describesAVideo() {
        startRun("hello-video");

        finish("suggest-points");
        answer("describe", Map.of("PLACE", "Main Street", "WEATHER", "wet"));

        assertThat(kernel().open(List.of(run))).isEmpty();
        assertThat(kernel().variables(run)).containsEntry("PLACE", "Main Street");
    }

    @Test
    void namesEverySettingThatTheReviewOffersAsAVariable() {
        var spec = pipelines().spec(deploy("vehicle-tracking").definitionId()).orElseThrow();

        var settings = spec.task("review").orElseThrow().fields().stream()
                .map(field -> field.variable())
                .filter(variable -> !variable.equals("decision"));

        assertThat(spec.variables().keySet()).containsAll(settings.toList());
        assertThat(spec.stepOrder()).startsWith("suggest-points", "set-points").endsWith("review");
        assertThat(spec.flow().joins()).containsExactly("join");
    }

    @Test
    void keepsTheXmlAsItsAuthorWroteIt() {
        var version = deploy("hello-video");

        assertThat(pipelines().xml(version.definitionId())).contains(Shipped.pipeline("hello-video"));
        assertThat(pipelines().newest("hello-video")).contains(version);
        assertThat(deploy("hello-video")).isEqualTo(version);
    }

    @Test
    void retiresAPipelineUntilItIsDeployedAgain() {
        deploy("hello-video");

        assertThat(pipelines().retire("hello-video")).isTrue();
        assertThat(pipelines().retire("unknown")).isFalse();

        assertThat(pipelines().newest("hello-video").orElseThrow().retired()).isTrue();
        assertThat(deploy("hello-video").retired()).isFalse();
    }

    private static ProcessKernel kernel() {
        return engine.getBean(ProcessKernel.class);
    }

    private static PipelineService pipelines() {
        return engine.getBean(PipelineService.class);
    }

    private static PipelineVersion deploy(String key) {
        return switch (pipelines().deploy(Shipped.pipeline(key))) {
            case Deployment.Deployed(var version) -> version;
            case Deployment.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private void startRun(String key) {
        kernel().start(run, deploy(key).definitionId(), Map.of("VIDEO", "crossing.mp4"));
    }

    /** Stages that follow each other: each alone in the queue. */
    private void finish(String... stageIds) {
        for (String stageId : stageIds) {
            assertThat(queued()).extracting(QueuedStage::stageId).containsExactly(stageId);
            complete(queued().getFirst());
        }
    }

    private void finishTogether(String... stageIds) {
        assertThat(queued()).extracting(QueuedStage::stageId).containsExactlyInAnyOrder(stageIds);
        queued().forEach(this::complete);
    }

    private void complete(QueuedStage stage) {
        String lease = "lease of " + stage.stageId();
        assertThat(kernel().claim(Map.of(stage.jobId(), lease), Instant.now().plus(Duration.ofMinutes(1))))
                .containsExactly(stage.jobId());
        assertThat(kernel().complete(List.of(new Completion(run, stage.jobId(), lease, Map.of()))))
                .containsExactly(stage.jobId());
    }

    private void answer(String stepId, Map<String, String> variables) {
        assertThat(queued()).isEmpty();
        var tasks = kernel().userTasks().stream()
                .filter(task -> task.runId().equals(run))
                .toList();
        assertThat(tasks).extracting(UserTask::stepId).containsExactly(stepId);
        assertThat(kernel().completeTask(tasks.getFirst().id(), variables)).isTrue();
    }

    private List<QueuedStage> queued() {
        return kernel().queuedStages(100).stream()
                .filter(stage -> stage.runId().equals(run))
                .toList();
    }
}
