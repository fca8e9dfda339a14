package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.problem.Problem;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.StepState;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.LeaseOrder;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.OutcomeReceipt;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.stage.PassingTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a run when an attempt ends, also where its end cannot be taken as it was meant. */
interface OutcomesContract {
    ServerOnADatabase server();

    @Test
    default void failsAStageBehindWhichTheProcessCannotGoOn() {
        try (Scene scene = new Scene(server()).deployDeciding("quality", "good")) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();

            ProducedFile cars = new ProducedFile(Area.WORKSPACE, "cars.csv", 5, WorkingNode.sha256("seven"));
            node.send(assignment, cars, "seven".getBytes(StandardCharsets.UTF_8));
            assertThat(node.succeed(assignment, Map.of("found", "7"), cars).status())
                    .isEqualTo(204);

            AttemptView attempt = scene.attempts(run).getFirst();
            assertThat(attempt.state()).isEqualTo(AttemptState.FAILED);
            assertThat(attempt.reason())
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .startsWith("The stage succeeded, but the run cannot go on behind it")
                            .contains("${quality == 'good'} names the variable quality, which nobody has set.")
                            .contains("with what this attempt left"));
            assertThat(scene.show(run).state()).isEqualTo(RunState.FAILED);
            assertThat(scene.show(run).variables()).containsEntry("found", "7");
            assertThat(scene.caller
                            .get(Paths.ATTEMPT_FILES.replace(
                                    "{id}", attempt.id().toString()))
                            .listOf(FileView.class))
                    .extracting(FileView::path)
                    .contains("cars.csv");
            assertThat(node.succeed(assignment).status()).isEqualTo(204);
            scene.caller.post(Paths.RUNS + "/" + run + "/steps/detect/retry");
            assertThat(node.succeed(node.await(), Map.of("quality", "good")).status())
                    .isEqualTo(204);
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void answersEachOfSeveralThatAreReportedTogether() {
        try (Scene scene = new Scene(server()).deployDeciding("quality", "good")) {
            WorkingNode node = scene.node();
            List<UUID> runs = Stream.generate(() -> scene.start(scene.project()).id())
                    .limit(4)
                    .toList();
            await().untilAsserted(() -> assertThat(runs)
                    .allSatisfy(run -> assertThat(scene.attempts(run)).hasSize(1)));
            List<Assignment> given =
                    List.of(node.caller().get(Paths.ASSIGNMENTS + "?wait=PT20S").as(Assignment[].class));
            List<UUID> of = given.stream().map(Assignment::runId).toList();
            ProducedFile never = new ProducedFile(Area.WORKSPACE, "never.csv", 4, "0".repeat(64));

            List<OutcomeReceipt> receipts = node.report(
                    success(given.get(0), Map.of("quality", "good")),
                    success(given.get(1), Map.of()),
                    success(given.get(2), Map.of("quality", "good"), never),
                    success(given.get(3), Map.of("quality", "good")),
                    new AttemptOutcome(UUID.randomUUID(), Outcome.succeeded("unknown", List.of(), Map.of())));

            assertThat(receipts)
                    .extracting(receipt -> receipt.problem().map(Problem::status))
                    .containsExactly(
                            Optional.empty(), Optional.empty(), Optional.of(409), Optional.empty(), Optional.of(410));
            assertThat(receipts.get(2).problem().orElseThrow().errors()).containsExactly("never.csv");
            assertThat(of)
                    .extracting(run -> scene.show(run).state())
                    .containsExactly(RunState.SUCCEEDED, RunState.FAILED, RunState.RUNNING, RunState.SUCCEEDED);
            assertThat(node.report(
                            success(given.get(0), Map.of("quality", "good")),
                            success(given.get(2), Map.of("quality", "good"))))
                    .allSatisfy(receipt -> assertThat(receipt.problem()).isEmpty());
            assertThat(scene.show(of.get(2)).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(scene.attempts(of.get(0))).hasSize(1);
        }
    }

    private static AttemptOutcome success(Assignment assignment, Map<String, String> variables, ProducedFile... files) {
        return new AttemptOutcome(
                assignment.attemptId(), Outcome.succeeded(assignment.leaseToken(), List.of(files), variables));
    }

    @Test
    default void refusesMoreReportsThanItTakesAtOnce() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            AttemptOutcome outcome = success(node.await(), Map.of());

            Answer refused = node.caller().post(Paths.OUTCOMES, Collections.nCopies(Paths.MOST_OUTCOMES + 1, outcome));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("at most " + Paths.MOST_OUTCOMES);
            assertThat(node.caller()
                            .post(Paths.OUTCOMES, List.of(outcome, outcome))
                            .body())
                    .contains("of different attempts");
            assertThat(node.caller()
                            .post(Paths.OUTCOMES, Collections.singletonList(null))
                            .status())
                    .isEqualTo(422);
            assertThat(scene.show(run).state()).isEqualTo(RunState.RUNNING);
        }
    }

    @Test
    default void takesOutcomesOfWorkersThatReportOneAtATime() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment given = node.await();
            Outcome success = success(given, Map.of()).outcome();
            Outcome anothers = Outcome.succeeded("another's", List.of(), Map.of());

            assertThat(node.reportAlone(given, anothers).status()).isEqualTo(410);
            assertThat(node.reportAlone(given, success).status()).isEqualTo(204);

            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void takesTextsThatTheDatabaseCannotHold() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();

            assertThat(node.fail(node.await(), "broken\0here").status()).isEqualTo(204);
            scene.caller.post(Paths.RUNS + "/" + run + "/steps/detect/retry");
            assertThat(node.succeed(node.await(), Map.of("note", "a\0b")).status())
                    .isEqualTo(204);

            assertThat(scene.attempts(run).getFirst().reason()).contains("brokenhere");
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void warnsOfWhatAStageThatEndedWellHasNotLeft() {
        try (Scene scene = new Scene(server()).deployLeaving("""
                <winslow:output path="left.csv" label="Left"/>
                <winslow:output path="${FILM}.json" label="Lacking"/>
                <winslow:output path="$$${FILM}.csv" label="Lacking, too"/>
                <winslow:output path="maybe.csv" label="Not always there" optional="true"/>
                """)) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment detect = node.await();
            node.progress(detect, 100, 2);

            node.leave(detect, "left.csv", "there");

            AttemptView attempt = scene.attempts(run).getFirst();
            assertThat(attempt.state()).isEqualTo(AttemptState.SUCCEEDED);
            assertThat(attempt.warnings()).isEqualTo(4);
            assertThat(scene.caller
                            .get(Paths.ATTEMPTS + "/" + detect.attemptId() + "/log")
                            .as(LogPage.class)
                            .lines())
                    .extracting(LogLine::text)
                    .filteredOn(text -> text.startsWith("WARNING: "))
                    .satisfiesExactlyInAnyOrder(
                            text -> assertThat(text).contains("did not leave a.json"),
                            text -> assertThat(text).contains("did not leave $a.csv"));
        }
    }

    @Test
    default void doesNotWarnOfWhatAStageThatFailedHasNotLeft() {
        try (Scene scene = new Scene(server()).deployLeaving("<winslow:output path=\"left.csv\"/>")) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();

            node.fail(node.await(), "broken");

            assertThat(scene.attempts(run).getFirst().warnings()).isZero();
        }
    }

    @Test
    default void renewsLeasesWhileTheStorageIsSlow() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();
            Lease lease = new Lease(assignment.attemptId(), assignment.leaseToken());
            ProducedFile file = new ProducedFile(Area.WORKSPACE, "a.txt", 3, "0".repeat(64));

            try (HeldStore.Hold hold = server().store().hold()) {
                CompletableFuture<Answer> ending = CompletableFuture.supplyAsync(() -> node.succeed(assignment, file));
                hold.awaitCaller();
                assertThat(CompletableFuture.supplyAsync(() -> node.beat(lease))
                                .get(10, TimeUnit.SECONDS)
                                .orders())
                        .containsExactly(new LeaseOrder(assignment.attemptId(), LeaseOrder.Order.CONTINUE));
                hold.release();
                assertThat(ending.get(20, TimeUnit.SECONDS).status()).isEqualTo(409);
            }
            assertThat(node.succeed(assignment).status()).isEqualTo(204);
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void answersARepeatedAbortAsTheFirst() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();
            scene.caller.post(Paths.ATTEMPTS + "/" + assignment.attemptId() + "/abort");

            assertThat(node.aborted(assignment).status()).isEqualTo(204);
            assertThat(node.aborted(assignment).status()).isEqualTo(204);

            assertThat(scene.attempts(run).getFirst().state()).isEqualTo(AttemptState.FAILED);
            assertThat(scene.state(run, "detect")).isEqualTo(StepState.FAILED);
            assertThat(scene.show(run).paused()).isTrue();
        }
    }

    @Test
    default void stopsAStageThatATimerOfThePipelineEnds() {
        try (Scene scene = new Scene(server()).deployTimed("PT5S")) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED));

            await().untilAsserted(() ->
                    assertThat(scene.attempts(run).getFirst().state()).isEqualTo(AttemptState.ABORTED));
            assertThat(scene.attempts(run).getFirst().reason())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("gone on without this stage"));
            assertThat(node.beat(new Lease(assignment.attemptId(), assignment.leaseToken()))
                            .orders())
                    .containsExactly(new LeaseOrder(assignment.attemptId(), LeaseOrder.Order.STOP));
            assertThat(node.succeed(assignment).status()).isEqualTo(410);
        }
    }

    @Test
    default void startsNothingFromWhatAStageLeftThatTheProcessHadLeftBefore() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment detect = node.await();
            ProducedFile late = new ProducedFile(Area.WORKSPACE, "late.csv", 4, WorkingNode.sha256("late"));
            node.send(detect, late, "late".getBytes(StandardCharsets.UTF_8));
            scene.caller.post(Paths.RUNS + "/" + run + "/pause");
            leaveStages(run);

            assertThat(node.succeed(detect, late).status()).isEqualTo(410);

            assertThat(scene.attempts(run).getFirst().state()).isEqualTo(AttemptState.ABORTED);
            scene.caller.post(Paths.RUNS + "/" + run + "/resume");
            Assignment track = node.await();
            assertThat(track.stageId()).isEqualTo("track");
            assertThat(track.files()).isEmpty();
        }
    }

    /** As a timer of the pipeline does. */
    private void leaveStages(UUID run) {
        ProcessKernel kernel = server().context().getBean(ProcessKernel.class);
        kernel.positions(run).forEach(position -> {
            if (position instanceof ProcessKernel.Position.Claimed claimed) {
                server().context()
                        .getBean(TransactionTemplate.class)
                        .executeWithoutResult(status -> kernel.skip(claimed.jobId()));
            }
        });
    }

    @Test
    default void givesAStageThatAPersonRetriesAllItsRetriesAgain() {
        try (Scene scene = new Scene(server()).deployRetrying(1)) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            node.fail(node.await(), "first");
            assertThat(scene.show(run).state()).isNotEqualTo(RunState.FAILED);
            node.fail(node.await(), "second");
            assertThat(scene.show(run).state()).isEqualTo(RunState.FAILED);

            scene.caller.post(Paths.RUNS + "/" + run + "/steps/detect/retry");
            node.fail(node.await(), "third");

            assertThat(scene.show(run).state()).isNotEqualTo(RunState.FAILED);
            node.fail(node.await(), "fourth");
            assertThat(scene.show(run).state()).isEqualTo(RunState.FAILED);
            assertThat(scene.attempts(run)).hasSize(4);
        }
    }

    @Test
    default void doesNotCountALostNodeAsAFailureOfTheStage() {
        try (Scene scene = new Scene(server()).deployRetrying(1)) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            node.await();
            PassingTime.pass(server(), Duration.ofSeconds(40));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(scene.attempts(run).getFirst().state()).isEqualTo(AttemptState.LOST));
            node.beat();

            node.fail(node.await(), "first failure");

            assertThat(scene.show(run).state()).isNotEqualTo(RunState.FAILED);
            assertThat(node.await().attemptId())
                    .isNotIn(scene.attempts(run).stream()
                            .limit(2)
                            .map(AttemptView::id)
                            .toList());
        }
    }
}
