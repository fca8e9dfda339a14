package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winslow.api.Paths;
import dev.winslow.api.pipeline.PatternTrial;
import dev.winslow.api.pipeline.PipelineCheck;
import dev.winslow.api.pipeline.PipelineContent;
import dev.winslow.api.pipeline.PipelineDiff;
import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.api.pipeline.PipelineVersionView;
import dev.winslow.api.pipeline.PipelineView;
import dev.winslow.api.pipeline.TryPatterns;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.ProjectTemplate;
import dev.winslow.api.trigger.TriggerSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The versions of pipelines and who works with them. */
interface PipelinesContract {
    ServerOnADatabase server();

    @Test
    default void tellsWhoUsesAPipelineAndWhichVersionRunsKeep() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String pipeline = Paths.PIPELINES + "/" + scene.key;
            ProjectView project = scene.project();
            scene.start(project);
            scene.caller.postXml(Paths.PIPELINES, xml(scene).replace("tool:1", "tool:2"));

            assertThat(scene.caller.get(pipeline + "/users").listOf(PipelineUser.class))
                    .containsExactly(new PipelineUser(project.id(), project.name(), true, List.of(1)));
            assertThat(scene.caller.get(pipeline + "/versions").listOf(PipelineVersionView.class))
                    .extracting(PipelineVersionView::version, PipelineVersionView::openRuns)
                    .containsExactly(tuple(2, 0), tuple(1, 1));
            assertThat(scene.caller.get(pipeline).as(PipelineView.class).projects())
                    .isEqualTo(1);
        }
    }

    @Test
    default void comparesTwoVersions() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String pipeline = Paths.PIPELINES + "/" + scene.key;
            scene.caller.postXml(Paths.PIPELINES, xml(scene).replace("tool:1", "tool:2"));

            PipelineDiff diff = scene.caller.get(pipeline + "/diff?from=1&to=2").as(PipelineDiff.class);

            assertThat(diff.changes()).singleElement().satisfies(change -> {
                assertThat(change.element()).isEqualTo("detect");
                assertThat(change.details())
                        .singleElement()
                        .hasToString("Detail[trait=image, before=Optional[tool:1], after=Optional[tool:2]]");
            });
            assertThat(scene.caller.get(pipeline + "/diff?from=1&to=9").status())
                    .isEqualTo(404);
            assertThat(scene.caller
                            .get(pipeline + "/versions/2")
                            .as(PipelineContent.class)
                            .stages())
                    .singleElement()
                    .satisfies(stage -> assertThat(stage.image()).isEqualTo("tool:2"));
        }
    }

    @Test
    default void checksAPipelineWithoutDeployingIt() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String broken = xml(scene).replace("retries=\"0\"", "retries=\"often\"");

            PipelineCheck check =
                    scene.caller.postXml(Paths.PIPELINES + "/check", broken).as(PipelineCheck.class);
            PipelineCheck good = scene.caller
                    .postXml(Paths.PIPELINES + "/check", xml(scene).replace("tool:1", "tool:2"))
                    .as(PipelineCheck.class);

            assertThat(check.problems()).extracting(PipelineProblem::element).containsExactly("detect");
            assertThat(good.problems()).isEmpty();
            assertThat(scene.caller
                            .get(Paths.PIPELINES + "/" + scene.key)
                            .as(PipelineView.class)
                            .version())
                    .isEqualTo(1);
        }
    }

    @Test
    default void bringsARetiredPipelineBack() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String pipeline = Paths.PIPELINES + "/" + scene.key;
            scene.caller.delete(pipeline);

            PipelineView restored = scene.caller.post(pipeline + "/restore").as(PipelineView.class);

            assertThat(restored.retired()).isFalse();
            assertThat(scene.project().pipelineKey()).isEqualTo(scene.key);
            assertThat(scene.caller.post(Paths.PIPELINES + "/none/restore").status())
                    .isEqualTo(404);
        }
    }

    @Test
    default void saysWhereNothingCanBeginThatAPipelineIsRetired() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            scene.caller.delete(Paths.PIPELINES + "/" + scene.key);
            TriggerSource folder = new TriggerSource.Folder(
                    "films", Optional.empty(), new ProjectTemplate("Film", scene.key, List.of()));

            for (Answer answer : List.of(
                    scene.caller.post(Paths.PROJECTS, new CreateProject("Bridge", scene.key, List.of())),
                    scene.caller.post(Paths.TRIGGERS, new CreateTrigger("Films", folder, Map.of())))) {
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.body()).contains("is retired", "pipeline restore " + scene.key);
            }
        }
    }

    @Test
    default void triesPatternsOnLines() {
        Answer answer = server().caller()
                .post(
                        Paths.PIPELINES + "/patterns",
                        new TryPatterns(List.of("(?<percent>[0-9]+) %"), List.of(), List.of(), List.of("frame: 40 %")));

        assertThat(answer.as(PatternTrial.class).lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line.progress().orElseThrow().percent()).isEqualTo(40));
    }

    private static String xml(Scene scene) {
        return scene.caller
                .get(Paths.PIPELINES + "/" + scene.key + "/versions/1/xml")
                .body();
    }
}
