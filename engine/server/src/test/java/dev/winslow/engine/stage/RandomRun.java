package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.run.Jump;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskField;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.database.Columns;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.run.Steering;
import dev.winslow.engine.settings.WinslowSettings;
import dev.winslow.engine.task.TaskService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Does to a run what people, nodes and chance do to it, and looks after every act whether what must hold still holds. */
final class RandomRun {
    private static final List<String> TARGETS = List.of("a", "b", "c", "d", "e", "review", "outer", "inner", "some");
    private static final int PATIENCE = 200;

    private final RandomGenerator random;
    private final UUID node;
    private final RunService runs;
    private final Steering steering;
    private final TaskService tasks;
    private final ProcessKernel kernel;
    private final Claims claims;
    private final AttemptRepository attempts;
    private final Outcomes outcomes;
    private final Asking asking;
    private final Questions questions;
    private final JdbcClient database;
    private final LeaseReaper reaper;
    private final RandomFiles files;
    private final UUID run;
    private final UUID project;
    private final List<String> acts = new ArrayList<>();
    private final Map<UUID, AttemptState> ended = new HashMap<>();

    RandomRun(ApplicationContext server, RandomGenerator random, UUID node, UUID project) {
        this.random = random;
        this.node = node;
        this.project = project;
        this.runs = server.getBean(RunService.class);
        this.steering = server.getBean(Steering.class);
        this.tasks = server.getBean(TaskService.class);
        this.kernel = server.getBean(ProcessKernel.class);
        this.claims = server.getBean(Claims.class);
        this.attempts = server.getBean(AttemptRepository.class);
        this.outcomes = server.getBean(Outcomes.class);
        this.asking = server.getBean(Asking.class);
        this.questions = server.getBean(Questions.class);
        String items = random.nextBoolean() ? "x" : "x,y,z";
        // Earlier lives in the project have done all that this one will do: taken over each time, nothing would be left
        // to happen.
        boolean reuse = random.nextInt(4) == 0;
        acts.add("start with items " + items + (reuse ? ", taking over results" : ""));
        StartRun start = new StartRun(
                Map.of("items", items), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(reuse));
        this.run = runs.start(project, start).id();
        this.files = new RandomFiles(server, random, project, run);
        this.reaper = new LeaseReaper(
                attempts,
                server.getBean(Runs.class),
                server.getBean(Endings.class),
                server.getBean(TransactionTemplate.class),
                new AttemptClock(InstantSource.system(), server.getBean(WinslowSettings.class)) {
                    @Override
                    Duration lease() {
                        return Duration.ZERO;
                    }
                });
        this.database = server.getBean(JdbcClient.class);
    }

    /** So many acts, and then to the end with nothing but what is offered to people; or to none, where a person gives it up. */
    void live(int length) {
        try {
            for (int act = 0; act < length && !isOver(); act++) {
                act();
                check();
            }
            if (!isOver() && random.nextBoolean()) {
                giveUp();
            } else {
                finish();
            }
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("After " + String.join("; ", acts) + ": " + broken.getMessage(), broken);
        }
    }

    private boolean isOver() {
        return kernel.open(List.of(run)).isEmpty();
    }

    private RunView view() {
        return runs.find(run).orElseThrow();
    }

    private void act() {
        switch (random.nextInt(17)) {
            case 0, 1, 2, 3 -> claim();
            case 4, 5, 6, 7 -> end(AttemptState.SUCCEEDED);
            case 8 -> end(AttemptState.FAILED);
            case 9 -> endOrAsk();
            case 10 -> repeatAReport();
            case 11 -> pauseOrResume();
            case 12, 13 -> jump();
            case 14 -> skipOrRetry();
            case 15 -> lose();
            default -> answer(random.nextInt(3) == 0 ? "redo" : "approve");
        }
    }

    private boolean claim() {
        Optional<QueuedStage> queued = kernel.queuedStages(1000).stream()
                .filter(stage -> stage.runId().equals(run))
                .filter(stage -> !questions.openOf(run).containsKey(stage.jobId()))
                .findFirst();
        queued.ifPresent(stage -> acts.add("claim " + stage.stageId()));
        boolean claimed = queued.filter(stage -> !claims.claim(List.of(new Claims.Placing(stage, node, true)))
                        .isEmpty())
                .isPresent();
        queued.filter(stage -> claimed)
                .ifPresent(stage -> open().stream()
                        .filter(attempt -> attempt.jobId().equals(stage.jobId()))
                        .forEach(files::checkBeginning));
        return claimed;
    }

    private List<Attempt> open() {
        return attempts.ofRun(run).stream()
                .filter(attempt -> !attempt.state().isFinal())
                .toList();
    }

    private void end(AttemptState state) {
        List<Attempt> open = open();
        if (open.isEmpty()) {
            return;
        }
        Attempt attempt = open.get(random.nextInt(open.size()));
        acts.add("end " + attempt.stage().id() + " " + state);
        outcomes.end(attempt.id(), outcome(attempt, state));
        AttemptState now = attempts.find(attempt.id()).orElseThrow().state();
        assertThat(now).isIn(AttemptState.SUCCEEDED, AttemptState.FAILED);
        ended.put(attempt.id(), now);
    }

    /** As if its node had died. */
    private void lose() {
        open().stream().findFirst().ifPresent(attempt -> {
            acts.add("lose " + attempt.stage().id());
            database.sql("update attempt set lease_expires_at = :past where id = :id")
                    .param("past", Columns.time(Instant.now().minusSeconds(1)))
                    .param("id", attempt.id())
                    .update();
            reaper.reap();
            ended.put(attempt.id(), AttemptState.LOST);
        });
    }

    private void endOrAsk() {
        if (random.nextBoolean()) {
            end(AttemptState.ABORTED);
            return;
        }
        open().stream().findFirst().ifPresent(attempt -> {
            acts.add("ask and release " + attempt.stage().id());
            asking.ask(
                    attempt,
                    new Ask(
                            attempt.lease().token(),
                            "decision",
                            "What now?",
                            List.of(new TaskField(
                                    "decision", "Decision", "string", true, Optional.empty(), List.of()))));
            outcomes.end(attempt.id(), outcome(attempt, AttemptState.RELEASED));
            files.released(attempt);
            ended.put(attempt.id(), AttemptState.RELEASED);
        });
    }

    private Outcome outcome(Attempt attempt, AttemptState state) {
        return new Outcome(
                attempt.lease().token(),
                state,
                Optional.of(0),
                state == AttemptState.SUCCEEDED ? Optional.empty() : Optional.of("as chance would have it"),
                files.leave(attempt),
                Map.of("said", String.valueOf(random.nextInt(10))),
                Optional.empty(),
                Optional.empty());
    }

    /** Nothing that an attempt says after its end changes anything. */
    private void repeatAReport() {
        List<Attempt> over = attempts.ofRun(run).stream()
                .filter(attempt -> attempt.state().isFinal())
                .toList();
        if (!over.isEmpty()) {
            Attempt attempt = over.get(random.nextInt(over.size()));
            acts.add("repeat " + attempt.stage().id());
            List<Position> before = kernel.positions(run);
            outcomes.end(attempt.id(), outcome(attempt, AttemptState.SUCCEEDED));
            assertThat(kernel.positions(run)).containsExactlyInAnyOrderElementsOf(before);
            assertThat(attempts.find(attempt.id()).orElseThrow().state()).isEqualTo(attempt.state());
        }
    }

    private void pauseOrResume() {
        if (view().paused()) {
            acts.add("resume");
            runs.resume(run, Map.of("gap", "1"));
        } else {
            acts.add("pause");
            runs.pause(run, Optional.empty());
        }
    }

    private void jump() {
        String target = TARGETS.get(random.nextInt(TARGETS.size()));
        acts.add("jump " + target);
        boolean possible;
        try {
            possible = steering.preview(run, target).possible();
        } catch (ProblemException unknown) {
            return;
        }
        try {
            steering.jump(run, Jump.to(target));
            assertThat(possible).as("the preview said so").isTrue();
        } catch (ProblemException refused) {
            acts.add("which was refused");
            assertThat(possible).as("the preview said so: %s", refused.detail()).isFalse();
        }
    }

    private void skipOrRetry() {
        List<Position> positions = kernel.positions(run);
        Position position = positions.get(random.nextInt(positions.size()));
        if (position instanceof Position.Dead) {
            acts.add("retry " + position.stepId());
            runs.retry(run, position.stepId());
        } else {
            acts.add("skip " + position.stepId());
            steering.skip(run, position.stepId(), Map.of("decision", "approve"));
        }
    }

    private void answer(String decision) {
        tasks.open(Optional.of(project), Viewer.SYSTEM).stream().findFirst().ifPresent(task -> {
            acts.add("answer " + decision);
            tasks.complete(task.id(), new CompleteTask(Map.of("decision", decision), Map.of()), "somebody");
        });
    }

    /** What must hold at any moment. */
    private void check() {
        RunView view = view();
        List<Position> positions = kernel.positions(run);
        List<Attempt> open = open();
        Set<String> claimed = positions.stream()
                .flatMap(position -> position instanceof Position.Claimed at ? Stream.of(at.jobId()) : Stream.empty())
                .collect(Collectors.toSet());
        assertThat(open.stream().map(Attempt::jobId).toList())
                .as("each claimed stage has one open attempt, and each open attempt its stage")
                .containsExactlyInAnyOrderElementsOf(claimed);
        ended.forEach((attempt, state) -> assertThat(
                        attempts.find(attempt).orElseThrow().state())
                .as("nothing leaves a final state")
                .isEqualTo(state));
        files.check();
        if (view.state().isFinal()) {
            assertThat(positions).as("a run that has ended stands nowhere").isEmpty();
            assertThat(open).isEmpty();
        } else {
            assertThat(positions)
                    .as("a run that has not ended stands somewhere")
                    .isNotEmpty();
            checkWayOut(view, positions, open);
        }
    }

    /** The state that people see names what they can do. */
    private void checkWayOut(RunView view, List<Position> positions, List<Attempt> open) {
        boolean holds = switch (view.state()) {
            case FAILED -> positions.stream().anyMatch(Position.Dead.class::isInstance);
            case WAITING ->
                positions.stream().anyMatch(Position.AtTask.class::isInstance)
                        || !questions.openOf(run).isEmpty();
            case PAUSED -> view.paused();
            case RUNNING -> !open.isEmpty();
            case QUEUED -> positions.stream().anyMatch(Position.Queued.class::isInstance);
            case SUCCEEDED, ABORTED -> false;
        };
        assertThat(holds)
                .as("%s says what is the matter: %s", view.state(), positions)
                .isTrue();
    }

    private void giveUp() {
        acts.add("give up");
        List<Attempt> open = open();
        runs.cancel(run, "enough");
        open.forEach(attempt -> {
            ended.put(attempt.id(), AttemptState.ABORTED);
            outcomes.end(attempt.id(), outcome(attempt, AttemptState.SUCCEEDED));
        });
        check();
        assertThat(view().state()).isEqualTo(RunState.ABORTED);
        assertThat(kernel.queuedStages(1000)).noneMatch(stage -> stage.runId().equals(run));
    }

    /** By resuming, retrying, running and approving alone, every run comes to its end. */
    private void finish() {
        acts.add("finish");
        if (!isOver() && view().paused()) {
            runs.resume(run, Map.of());
        }
        for (int step = 0; step < PATIENCE && !isOver(); step++) {
            kernel.positions(run).stream()
                    .filter(Position.Dead.class::isInstance)
                    .map(Position::stepId)
                    .distinct()
                    .forEach(stage -> runs.retry(run, stage));
            if (!claim() && open().isEmpty()) {
                answer("approve");
            }
            end(AttemptState.SUCCEEDED);
        }
        assertThat(view().state())
                .as("it comes to its end; it stands at %s, with %s", kernel.positions(run), kernel.tokens(run))
                .isEqualTo(RunState.SUCCEEDED);
        check();
        assertThat(runs.attempts(run)).extracting(AttemptView::state).allMatch(AttemptState::isFinal);
    }
}
