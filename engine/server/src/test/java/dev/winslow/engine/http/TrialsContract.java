package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.account.Role;
import dev.winslow.api.pipeline.PipelineView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.security.Authorities;
import dev.winslow.engine.trial.Trials;
import dev.winslow.engine.trial.Trials.Prepared;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Drafts of pipelines that their authors try. */
interface TrialsContract {
    ServerOnADatabase server();

    @Test
    default void runsADraftThatNobodyElseSees() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            People people = new People(server());
            People.Somebody author = people.with(Role.AUTHOR);

            UUID project = ready(prepare(draft(scene), author));
            start(author, project);

            assertThat(node.await().stageName()).isEqualTo("Found");
            ProjectView view =
                    author.caller().get(Paths.PROJECTS + "/" + project).as(ProjectView.class);
            assertThat(view.tags()).containsExactly("trial");
            assertThat(view.owner()).contains(author.name());
            assertThat(people.user()
                            .caller()
                            .get(Paths.PROJECTS + "/" + project)
                            .status())
                    .isEqualTo(404);
            assertThat(scene.caller.get(Paths.PIPELINES).listOf(PipelineView.class))
                    .extracting(PipelineView::key)
                    .contains(scene.key)
                    .doesNotContain(view.pipelineKey());
            assertThat(scene.caller
                            .get(Paths.PIPELINES + "/" + scene.key)
                            .as(PipelineView.class)
                            .version())
                    .isEqualTo(1);
        }
    }

    @Test
    default void triesTheNextDraftInTheSameProject() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            People.Somebody author = new People(server()).with(Role.AUTHOR);
            UUID project = ready(prepare(draft(scene), author));
            start(author, project);
            node.await();

            UUID again = ready(prepare(draft(scene).replace("Found", "Found again"), author));
            start(author, again);

            List<RunView> runs = author.caller()
                    .get(Paths.PROJECTS + "/" + project + "/runs")
                    .listOf(RunView.class);
            assertThat(again).isEqualTo(project);
            assertThat(runs).extracting(RunView::pipelineVersion).containsExactly(2, 1);
            assertThat(runs.getFirst().endedAt()).isEmpty();
            assertThat(runs.getLast().state()).isEqualTo(RunState.ABORTED);
        }
    }

    @Test
    default void leavesNothingOfATrialThatIsThrownAway() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            People.Somebody author = new People(server()).with(Role.AUTHOR);
            UUID project = ready(prepare(draft(scene), author));
            start(author, project);
            String key = author.caller()
                    .get(Paths.PROJECTS + "/" + project)
                    .as(ProjectView.class)
                    .pipelineKey();
            pipelines().removeUnusedTrials();
            assertThat(pipelines().newest(key)).isPresent();

            author.caller().delete(Paths.PROJECTS + "/" + project);
            pipelines().removeUnusedTrials();

            assertThat(pipelines().newest(key)).isEmpty();
            assertThat(trials().projectOf(scene.key, author.name())).isEmpty();
        }
    }

    @Test
    default void refusesADraftThatCouldNotBeDeployed() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            People.Somebody author = new People(server()).with(Role.AUTHOR);

            Prepared refused =
                    prepare(draft(scene).replace("<winslow:stage ", "<winslow:stage timeout=\"long\" "), author);

            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Prepared.Refused.class,
                            why -> assertThat(why.problems().getFirst().problem())
                                    .contains("'long' is no duration"));
            assertThat(trials().projectOf(scene.key, author.name())).isEmpty();
        }
    }

    @Test
    default void refusesToDeployForAllUnderTheKeyOfATrial() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            People.Somebody author = new People(server()).with(Role.AUTHOR);
            UUID project = ready(prepare(draft(scene), author));
            String key = author.caller()
                    .get(Paths.PROJECTS + "/" + project)
                    .as(ProjectView.class)
                    .pipelineKey();

            PipelineService.Deployment deployment =
                    pipelines().deploy(draft(scene).replace(scene.key, key));

            assertThat(deployment)
                    .isInstanceOfSatisfying(
                            PipelineService.Deployment.Refused.class,
                            why -> assertThat(why.problems().getFirst().problem())
                                    .contains("is that of a trial"));
        }
    }

    private Trials trials() {
        return server().context().getBean(Trials.class);
    }

    private PipelineService pipelines() {
        return server().context().getBean(PipelineService.class);
    }

    private static void start(People.Somebody author, UUID project) {
        RunView run = author.caller()
                .post(Paths.PROJECTS + "/" + project + "/runs", StartRun.with(Map.of()))
                .as(RunView.class);
        assertThat(run.projectId()).isEqualTo(project);
    }

    private static UUID ready(Prepared prepared) {
        return ((Prepared.Ready) prepared).project();
    }

    /** As a page calls it, on behalf of whoever is signed in. */
    private Prepared prepare(String xml, People.Somebody author) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        author.name(), null, Authorities.of(Role.AUTHOR)));
        try {
            return trials().prepare(xml, author.name());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static String draft(Scene scene) {
        String xml = scene.caller
                .get(Paths.PIPELINES + "/" + scene.key + "/versions/1/xml")
                .body();
        return xml.replace("name=\"detect\"", "name=\"Found\"");
    }
}
