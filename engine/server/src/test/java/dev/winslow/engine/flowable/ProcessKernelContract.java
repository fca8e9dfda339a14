package dev.winslow.engine.flowable;

import static dev.winslow.engine.flowable.Bpmn.flow;
import static dev.winslow.engine.flowable.Bpmn.flowIf;
import static dev.winslow.engine.flowable.Bpmn.person;
import static dev.winslow.engine.flowable.Bpmn.process;
import static dev.winslow.engine.flowable.Bpmn.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.engine.flowable.ProcessKernel.ClaimResult;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every database has to give the kernel. */
abstract class ProcessKernelContract {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final UUID run = UUID.randomUUID();

    abstract KernelOnADatabase database();

    private ProcessKernel kernel() {
        return database().kernel();
    }

    @AfterEach
    void endTheRun() {
        kernel().cancel(run, "test over");
    }

    @Test
    void answersTheSameVersionForTheSameXml() {
        String xml = process("versions", stage("a") + flow("start", "a", "end"));

        var first = kernel().deploy("versions", "Versions", xml);
        var again = kernel().deploy("versions", "Versions", xml);
        var second = kernel().deploy(
                        "versions",
                        "Versions",
                        xml.replace("'a'", "'b'").replace("-a'", "-b'").replace("'a-", "'b-"));

        assertThat(first.isNew()).isTrue();
        assertThat(again.definitionId()).isEqualTo(first.definitionId());
        assertThat(again.isNew()).isFalse();
        assertThat(second.version()).isEqualTo(first.version() + 1);
    }

    @Test
    void tellsALongQueuePageByPage() {
        start(
                "paged",
                stage("a") + stage("b") + stage("c") + "<parallelGateway id='fork'/>" + flow("start", "fork", "a")
                        + flow("fork", "b") + flow("fork", "c"));
        List<QueuedStage> all = queued();

        List<QueuedStage> paged = new ArrayList<>(kernel().queuedStages(2));
        paged.addAll(kernel().queuedStagesBehind(paged.getLast(), 2));

        assertThat(all).extracting(QueuedStage::stageId).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(paged).isEqualTo(all);
        assertThat(kernel().queuedStagesBehind(all.getLast(), 2)).isEmpty();
    }

    @Test
    void queuesTheFirstStageWithTheStart() {
        start("linear", stage("a") + stage("b") + flow("start", "a", "b", "end"));

        assertThat(queued()).singleElement().satisfies(queued -> {
            assertThat(queued.stageId()).isEqualTo("a");
            assertThat(queued.runId()).isEqualTo(run);
        });
    }

    @Test
    void goesOnInTheTransactionThatCompletesAStage() {
        start("linear", stage("a") + stage("b") + flow("start", "a", "b", "end"));
        String job = claim("a", "lease-1");

        var result = kernel().complete(job, "lease-1", Map.of("VIDEO", "crossing.mp4"));

        assertThat(result).isEqualTo(ClaimResult.ACCEPTED);
        assertThat(queued()).extracting(QueuedStage::stageId).containsExactly("b");
        assertThat(kernel().variables(run)).containsEntry("VIDEO", "crossing.mp4");
    }

    @Test
    void takesBackACompletionWithItsCallersTransaction() {
        start("linear", stage("a") + stage("b") + flow("start", "a", "b", "end"));
        String job = claim("a", "lease-1");

        database().transactions().executeWithoutResult(transaction -> {
            kernel().complete(job, "lease-1", Map.of());
            transaction.setRollbackOnly();
        });

        assertThat(kernel().positions(run)).singleElement().isInstanceOf(Position.Claimed.class);
        assertThat(kernel().complete(job, "lease-1", Map.of())).isEqualTo(ClaimResult.ACCEPTED);
    }

    @Test
    void showsAStageWhatItsRunSaysHoweverLong() {
        String novel = "x".repeat(10_000);
        start("texts", stage("a") + stage("b") + flow("start", "a", "b", "end"));
        String first = claim("a", "lease-1");

        assertThat(kernel().stageVariables(first)).containsOnlyKeys("run");
        kernel().complete(first, "lease-1", Map.of("VIDEO", "crossing.mp4", "EMPTY", ""));
        String second = queued().getFirst().jobId();
        assertThat(kernel().stageVariables(second))
                .containsOnlyKeys("run", "VIDEO", "EMPTY")
                .containsEntry("VIDEO", "crossing.mp4")
                .containsEntry("EMPTY", "");
        kernel().setVariables(run, Map.of("NOVEL", novel));
        assertThat(kernel().stageVariables(second)).hasSize(4).containsEntry("NOVEL", novel);
    }

    @Test
    void givesAStageToOneOfManyThatClaimIt() throws Exception {
        start("race", stage("a") + flow("start", "a", "end"));
        String job = queued().getFirst().jobId();

        var wins = together(
                8,
                racer -> kernel().claim(Map.of(job, "lease-" + racer), expiry()).contains(job));

        assertThat(wins).containsOnlyOnce(true);
    }

    @Test
    void refusesTheSecondCompletion() {
        start("twice", stage("a") + stage("b") + flow("start", "a", "b", "end"));
        String job = claim("a", "lease-1");
        kernel().complete(job, "lease-1", Map.of());

        assertThat(kernel().complete(job, "lease-1", Map.of())).isEqualTo(ClaimResult.STALE_LEASE);
        assertThat(queued()).extracting(QueuedStage::stageId).containsExactly("b");
    }

    @Test
    void acceptsOneOfManyCompletionsAtOnce() throws Exception {
        start("at-once", stage("a") + stage("b") + flow("start", "a", "b", "end"));
        String job = claim("a", "lease-1");

        var results = together(6, racer -> kernel().complete(job, "lease-1", Map.of()));

        assertThat(results).containsOnlyOnce(ClaimResult.ACCEPTED);
        assertThat(queued()).hasSize(1);
    }

    @Test
    void refusesAnotherLease() {
        start("other", stage("a") + flow("start", "a", "end"));
        String job = claim("a", "lease-1");

        assertThat(kernel().complete(job, "lease-2", Map.of())).isEqualTo(ClaimResult.STALE_LEASE);
        assertThat(kernel().fail(job, "lease-2", "no", Optional.empty())).isEqualTo(ClaimResult.STALE_LEASE);
    }

    @Test
    void keepsAnExpiredLeaseUntilItIsEnded() {
        start("expired", stage("a") + flow("start", "a", "end"));
        String job = claim("a", "lease-1");
        database().clock().step(LEASE.plusSeconds(1));

        assertThat(kernel().expiredLeases()).containsExactly("lease-1");
        assertThat(kernel().renew(List.of("lease-1"), expiry())).isEmpty();
        assertThat(kernel().complete(job, "lease-1", Map.of())).isEqualTo(ClaimResult.STALE_LEASE);
        assertThat(queued()).isEmpty();

        kernel().fail(
                        job,
                        "lease-1",
                        "node lost",
                        Optional.of(database().clock().instant()));

        assertThat(kernel().expiredLeases()).isEmpty();
        assertThat(queued()).hasSize(1);
    }

    @Test
    void renewsTheLeasesThatHold() {
        start("renewed", stage("a") + flow("start", "a", "end"));
        claim("a", "lease-1");
        database().clock().step(LEASE.dividedBy(2));

        assertThat(kernel().renew(List.of("lease-1", "lease-unknown"), expiry()))
                .containsExactly("lease-1");

        database().clock().step(LEASE.dividedBy(2).plusSeconds(1));
        assertThat(kernel().expiredLeases()).isEmpty();
    }

    @Test
    void queuesAFailedStageAgainAfterItsBackOff() {
        start("back-off", stage("a") + flow("start", "a", "end"));
        String job = claim("a", "lease-1");
        var later = database().clock().instant().plus(Duration.ofMinutes(5));

        assertThat(kernel().fail(job, "lease-1", "exit code 1", Optional.of(later)))
                .isEqualTo(ClaimResult.ACCEPTED);
        assertThat(queued()).isEmpty();
        assertThat(kernel().retryAt(job)).contains(later);

        database().clock().step(Duration.ofMinutes(5));
        assertThat(kernel().retryAt(job)).isEmpty();
        assertThat(queued()).extracting(QueuedStage::jobId).containsExactly(job);
    }

    @Test
    void keepsAStageThatFailedForGoodUntilAPersonRequeuesIt() {
        start("dead", stage("a") + flow("start", "a", "end"));
        String job = claim("a", "lease-1");

        kernel().fail(job, "lease-1", "0 records detected", Optional.empty());

        assertThat(kernel().positions(run)).containsExactly(new Position.Dead(job, "a", "0 records detected"));
        assertThat(queued()).isEmpty();
        assertThat(kernel().hasEnded(run)).isFalse();
        assertThat(kernel().requeue(job)).isTrue();
        assertThat(kernel().requeue(job)).isFalse();
        assertThat(queued()).extracting(QueuedStage::jobId).containsExactly(job);
        finish("a");
        assertThat(kernel().hasEnded(run)).isTrue();
    }

    @Test
    void joinsBranchesThatEndAtTheSameMoment() throws Exception {
        start(
                "forked",
                "<parallelGateway id='fork'/><parallelGateway id='join'/>" + stage("a") + stage("b") + stage("c")
                        + stage("last") + flow("start", "fork", "a", "join", "last", "end") + flow("fork", "b", "join")
                        + flow("fork", "c", "join"));
        var jobs = List.of(claim("a", "lease-0"), claim("b", "lease-1"), claim("c", "lease-2"));

        var results =
                together(3, racer -> kernel().complete(jobs.get(racer), "lease-" + racer, Map.of("R" + racer, "1")));

        assertThat(results).containsOnly(ClaimResult.ACCEPTED);
        assertThat(queued()).extracting(QueuedStage::stageId).containsExactly("last");
        assertThat(kernel().variables(run)).containsKeys("R0", "R1", "R2");
    }

    @Test
    void waitsForAPerson() {
        start("person", person("points") + stage("a") + flow("start", "points", "a", "end"));
        var task = kernel().userTasks().getFirst();

        assertThat(task.runId()).isEqualTo(run);
        assertThat(task.name()).isEqualTo("Ask about points");
        assertThat(kernel().positions(run)).containsExactly(new Position.AtTask(task.id(), "points"));
        assertThat(kernel().assignTask(task.id(), Optional.of("ada"))).isTrue();
        assertThat(kernel().userTask(task.id()).orElseThrow().assignee()).contains("ada");
        assertThat(kernel().completeTask(task.id(), Map.of("points", "4"))).isTrue();
        assertThat(kernel().completeTask(task.id(), Map.of())).isFalse();
        assertThat(kernel().assignTask(task.id(), Optional.empty())).isFalse();
        assertThat(queued()).extracting(QueuedStage::stageId).containsExactly("a");
    }

    @Test
    void goesRoundALoopAsOftenAsAPersonAsks() {
        start(
                "loop",
                stage("detect") + person("review") + "<exclusiveGateway id='decide' default='decide-end'/>"
                        + flow("start", "detect", "review", "decide", "end")
                        + flowIf("decide", "detect", "decision == 'redo'"));

        finish("detect");
        review("redo");
        finish("detect");
        review("redo");
        finish("detect");
        review("approve");

        assertThat(kernel().hasEnded(run)).isTrue();
        assertThat(kernel().positions(run)).isEmpty();
        assertThat(kernel().variables(run)).containsEntry("decision", "approve");
    }

    @Test
    void cancelsARunWhereverItStands() {
        start("cancelled", stage("a") + flow("start", "a", "end"));
        String job = claim("a", "lease-1");

        kernel().cancel(run, "no longer wanted");
        kernel().cancel(run, "no longer wanted");

        assertThat(kernel().hasEnded(run)).isTrue();
        assertThat(kernel().complete(job, "lease-1", Map.of())).isEqualTo(ClaimResult.STALE_LEASE);
    }

    @Test
    void setsVariablesOfALiveRunOnly() {
        start("variables", stage("a") + flow("start", "a", "end"));

        kernel().setVariables(run, Map.of("MODEL", "small"));

        assertThat(kernel().variables(run)).containsEntry("MODEL", "small").containsEntry("run", run.toString());
        kernel().cancel(run, "over");
        assertThatThrownBy(() -> kernel().setVariables(run, Map.of("MODEL", "big")))
                .hasMessageContaining("has ended");
    }

    @Test
    void keepsExpressionsFromTheServersBeans() {
        String key = "beans";
        var definition = kernel().deploy(
                        key,
                        key,
                        process(
                                key,
                                stage("a") + "<exclusiveGateway id='g' default='g-end'/>" + flow("start", "g", "end")
                                        + flowIf("g", "a", "transactionManager != null") + flow("a", "end")));

        assertThatThrownBy(() -> kernel().start(run, definition.definitionId(), Map.of()))
                .hasMessageContaining("transactionManager");
    }

    private void start(String key, String body) {
        var definition = kernel().deploy(key, key, process(key, body));
        kernel().start(run, definition.definitionId(), Map.of("run", run.toString()));
    }

    private List<QueuedStage> queued() {
        return kernel().queuedStages(100);
    }

    private String claim(String stageId, String lease) {
        String job = queued().stream()
                .filter(stage -> stage.stageId().equals(stageId))
                .findFirst()
                .orElseThrow()
                .jobId();
        assertThat(kernel().claim(Map.of(job, lease), expiry())).containsExactly(job);
        return job;
    }

    private void finish(String stageId) {
        assertThat(kernel().complete(claim(stageId, "lease"), "lease", Map.of()))
                .isEqualTo(ClaimResult.ACCEPTED);
    }

    private void review(String decision) {
        var task = kernel().userTasks().getFirst();
        assertThat(kernel().completeTask(task.id(), Map.of("decision", decision)))
                .isTrue();
    }

    private Instant expiry() {
        return database().clock().instant().plus(LEASE);
    }

    private interface Racer<T> {
        T run(int racer);
    }

    /** Lets racers start at the same moment and answers what each of them got. */
    private static <T> List<T> together(int racers, Racer<T> race) throws Exception {
        var barrier = new CyclicBarrier(racers);
        try (var threads = Executors.newFixedThreadPool(racers)) {
            var calls = IntStream.range(0, racers)
                    .mapToObj(racer -> (Callable<T>) () -> {
                        barrier.await();
                        return race.run(racer);
                    })
                    .toList();
            return threads.invokeAll(calls).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }
}
