package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.ChangeVariables;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.StepState;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskField;
import dev.winslow.api.task.TaskForm;
import dev.winslow.api.task.TaskView;
import dev.winslow.api.trigger.ChangeTrigger;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.variable.Origin;
import dev.winslow.api.variable.SetVariable;
import dev.winslow.api.variable.VariableView;
import dev.winslow.api.worker.Answered;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Lease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Variables of all levels, and what people are asked for. */
interface VariablesContract {
    ServerOnADatabase server();

    @Test
    default void whatARunSetsNoLongerGivesWayToTheLevelBelow() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            scene.caller.putJson(
                    Paths.PROJECTS + "/" + project.id() + "/variables/GAP", new SetVariable("2", Optional.empty()));
            UUID run = scene.start(project, StartRun.with(Map.of("GAP", "3"))).id();
            String variables = Paths.RUNS + "/" + run + "/variables";

            assertThat(scene.caller.delete(variables + "/GAP").status()).isEqualTo(200);

            assertThat(scene.caller.get(variables).listOf(VariableView.class))
                    .filteredOn(variable -> variable.name().equals("GAP"))
                    .containsExactly(new VariableView("GAP", Optional.of("2"), Origin.PROJECT, false, ""));
            assertThat(scene.caller.delete(variables + "/GAP").status()).isEqualTo(404);
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/history")
                            .body())
                    .contains("removed GAP, which was \\\"3\\\"");
        }
    }

    @Test
    default void laysTheLevelsOverEachOtherAndTellsOrigins() {
        try (Scene scene = new Scene(server()).deployNeeding("GAP")) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            String global = Paths.VARIABLES + "/G" + scene.key;
            scene.caller.putJson(global, new SetVariable("everywhere", Optional.empty()));
            scene.caller.putJson(
                    Paths.PROJECTS + "/" + project.id() + "/variables/GAP",
                    new SetVariable("of the project", Optional.empty()));
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/variables")
                            .listOf(VariableView.class))
                    .extracting(VariableView::name, VariableView::origin)
                    .contains(tuple("GAP", Origin.PROJECT), tuple("G" + scene.key, Origin.GLOBAL));

            UUID run = scene.start(project, StartRun.with(Map.of("GAP", "of the run")))
                    .id();

            assertThat(scene.caller.get(Paths.RUNS + "/" + run + "/variables").listOf(VariableView.class))
                    .contains(new VariableView("GAP", Optional.of("of the run"), Origin.RUN, false, "PROJECT"));
            Assignment assignment = node.await();
            assertThat(assignment.arguments()).containsExactly("of the run");
            assertThat(assignment.environment()).containsEntry("G" + scene.key, "everywhere");
            assertThat(scene.caller.delete(global).status()).isEqualTo(204);
            assertThat(scene.caller.delete(global).status()).isEqualTo(404);
        }
    }

    @Test
    default void refusesWhatIsNoNameOfAVariableWhereverOneIsSet() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String idle = Paths.PROJECTS + "/" + scene.project().id() + "/runs";
            String trigger = Paths.TRIGGERS + "/"
                    + TriggerCalls.create(scene, new TriggerSource.Call(project.id()), Map.of())
                            .trigger()
                            .id();
            String run = Paths.RUNS + "/" + scene.start(project).id();
            for (String name : List.of("1S", "a b", "A=B", "")) {
                Map<String, String> variables = Map.of(name, "1");
                TriggerSource call = new TriggerSource.Call(project.id());
                assertThat(List.of(
                                scene.caller.post(idle, StartRun.with(variables)),
                                scene.caller.patch(run + "/variables", new ChangeVariables(variables)),
                                scene.caller.post(Paths.TRIGGERS, new CreateTrigger("Test", call, variables)),
                                scene.caller.putJson(trigger, new ChangeTrigger("Test", call, variables, List.of()))))
                        .as("\"" + name + "\"")
                        .allSatisfy(answer -> {
                            assertThat(answer.status()).isEqualTo(422);
                            assertThat(answer.body()).contains("is no name of a variable");
                        });
            }
            assertThat(scene.caller.get(run + "/variables").body()).doesNotContain("1S");
        }
    }

    @Test
    default void showsASecretToTheStageOnly() {
        try (Scene scene = new Scene(server()).deployNeeding("KEY")) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            String variable = Paths.PROJECTS + "/" + project.id() + "/variables/KEY";
            scene.caller.putJson(variable, new SetVariable("open$sesame", Optional.of(true)));
            UUID run = scene.start(project).id();

            Assignment assignment = node.await();

            assertThat(assignment.arguments()).containsExactly("open$$sesame");
            assertThat(assignment.secrets()).containsExactly("open$sesame");
            for (String path : List.of(
                    Paths.RUNS + "/" + run,
                    Paths.RUNS + "/" + run + "/attempts",
                    Paths.RUNS + "/" + run + "/variables",
                    Paths.PROJECTS + "/" + project.id() + "/variables",
                    Paths.ATTEMPTS + "/" + assignment.attemptId())) {
                assertThat(scene.caller.get(path).body()).as(path).doesNotContain("sesame");
            }
        }
    }

    @Test
    default void hidesOfAProjectWhatItsPipelineCallsASecret() {
        try (Scene scene = new Scene(server()).deployWithSecret()) {
            String variables = Paths.PROJECTS + "/" + scene.project().id() + "/variables";
            scene.caller.putJson(variables + "/P" + scene.key, new SetVariable("sesame", Optional.empty()));

            assertThat(scene.caller.get(variables).body())
                    .contains("P" + scene.key)
                    .doesNotContain("sesame");
        }
    }

    @Test
    default void hidesWhatARunIsStartedWithUnderASecretsName() {
        try (Scene scene = new Scene(server()).deployNeeding("KEY")) {
            ProjectView project = scene.project();
            scene.caller.putJson(
                    Paths.PROJECTS + "/" + project.id() + "/variables/KEY", new SetVariable("one", Optional.of(true)));

            UUID run =
                    scene.start(project, StartRun.with(Map.of("KEY", "sesame"))).id();

            assertThat(scene.caller.get(Paths.RUNS + "/" + run).body()).doesNotContain("sesame");
        }
    }

    @Test
    default void asksAPersonForAVariableThatNobodyHasSet() {
        try (Scene scene = new Scene(server()).deployNeeding("LIMIT:?The speed limit in km/h")) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            await().untilAsserted(() -> assertThat(scene.show(run).state()).isEqualTo(RunState.WAITING));
            assertThat(scene.state(run, "detect")).isEqualTo(StepState.WAITING);
            assertThat(scene.attempts(run)).isEmpty();

            TaskView task = scene.task(project);

            assertThat(scene.step(run, "detect").openTask()).contains(task.id());
            assertThat(task.form()).isEqualTo(TaskForm.VARIABLES);
            assertThat(task.fields())
                    .extracting(TaskField::variable, TaskField::label, TaskField::required)
                    .containsExactly(tuple("LIMIT", "The speed limit in km/h", true));
            String complete = Paths.TASKS + "/" + task.id() + "/complete";
            assertThat(scene.caller
                            .post(complete, new CompleteTask(Map.of(), Map.of()))
                            .status())
                    .isEqualTo(422);
            assertThat(scene.caller
                            .post(complete, new CompleteTask(Map.of("LIMIT", "50"), Map.of()))
                            .status())
                    .isEqualTo(204);
            assertThat(node.await().arguments()).containsExactly("50");
            assertThat(scene.caller
                            .post(complete, new CompleteTask(Map.of("LIMIT", "60"), Map.of()))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    default void asksThoughNoNodeIsThere() {
        try (Scene scene = new Scene(server()).deployNeeding("LIMIT")) {
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();

            await().untilAsserted(() -> assertThat(scene.show(run).state()).isEqualTo(RunState.WAITING));

            assertThat(scene.task(project).fields())
                    .extracting(TaskField::variable)
                    .containsExactly("LIMIT");
        }
    }

    @Test
    default void asksNothingMoreOnceItsRunHasEnded() {
        try (Scene scene = new Scene(server()).deployNeeding("LIMIT")) {
            scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            await().untilAsserted(() -> assertThat(scene.show(run).state()).isEqualTo(RunState.WAITING));

            scene.caller.post(Paths.RUNS + "/" + run + "/cancel");

            assertThat(scene.caller
                            .get(Paths.TASKS + "?project=" + project.id())
                            .listOf(TaskView.class))
                    .isEmpty();
        }
    }

    @Test
    default void letsAStageAskWhileItRunsAndBringsItTheAnswer() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            Assignment assignment = node.begin(node.await());
            Lease lease = new Lease(assignment.attemptId(), assignment.leaseToken());
            Ask ask = new Ask(
                    assignment.leaseToken(),
                    "north",
                    "Where is north?",
                    List.of(new TaskField("degrees", "Degrees", "number", true, Optional.empty(), List.of())));
            String questions = WorkingNode.of(Paths.ATTEMPT_QUESTIONS, assignment);
            assertThat(node.caller().post(questions, ask).status()).isEqualTo(204);
            assertThat(node.caller().post(questions, ask).status()).isEqualTo(204);
            assertThat(node.beat(lease).answers()).isEmpty();

            TaskView task = scene.task(project);
            assertThat(task.name()).isEqualTo("Where is north?");
            assertThat(scene.state(run, "detect")).isEqualTo(StepState.RUNNING);
            assertThat(scene.step(run, "detect").openTask()).contains(task.id());
            scene.caller.post(
                    Paths.TASKS + "/" + task.id() + "/complete", new CompleteTask(Map.of("degrees", "12.5"), Map.of()));

            assertThat(node.beat(lease).answers())
                    .containsExactly(new Answered(assignment.attemptId(), "north", Map.of("degrees", "12.5")));
            assertThat(scene.caller
                            .get(Paths.TASKS + "?project=" + project.id())
                            .listOf(TaskView.class))
                    .isEmpty();
            assertThat(node.succeed(assignment).status()).isEqualTo(204);
        }
    }
}
