package dev.winslow.engine.flowable;

import static dev.winslow.engine.flowable.Bpmn.flow;
import static dev.winslow.engine.flowable.Bpmn.flowIf;
import static dev.winslow.engine.flowable.Bpmn.person;
import static dev.winslow.engine.flowable.Bpmn.process;
import static dev.winslow.engine.flowable.Bpmn.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winslow.engine.flowable.ProcessKernel.ClaimResult;
import dev.winslow.engine.flowable.ProcessKernel.Completion;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What every database has to give the kernel. */
abstract class ProcessKernelContract {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final UUID run = UUID.randomUUID();
    private final List<UUID> others = new ArrayList<>();

    abstract KernelOnADatabase database();

    private ProcessKernel kernel() {
        return database().kernel();
    }

    @AfterEach
    void endTheRun() {
        kernel().cancel(run, "test over");
        others.forEach(other -> kernel().cancel(other, "test over"));
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

        var result = complete(job, "lease-1", Map.of("VIDEO", "crossing.mp4"));

        assertThat(result).isTrue();
        assertThat(queued()).extracting(QueuedStage::stageId).containsExactly("b");
        assertThat(kernel().variables(run)).containsEntry("VIDEO", "crossing.mp4");
    }

    @Test
    void takesBackACompletionWithItsCallersTransaction() {
        start("linear", stage("a") + stage("b") + flow("start", "a", "b", "end"));
        String job = claim("a", "lease-1");

        database().transactions().executeWithoutResult(transaction -> {
            complete(job, "lease-1", Map.of());
            transaction.setRollbackOnly();
        });

        assertThat(kernel().positions(run)).singleElement().isInstanceOf(Position.Claimed.class);
        assertThat(complete(job, "lease-1", Map.of())).isTrue();
    }

    @Test
    void showsAStageWhatItsRunSaysHoweverLong() {
        String novel = "x".repeat(10_000);
        start("texts", stage("a") + stage("b") + flow("start", "a", "b", "end"));
        String first = claim("a", "lease-1");

        assertThat(seenBy(first)).containsOnlyKeys("run");
        complete(first, "lease-1", Map.of("VIDEO", "crossing.mp4", "EMPTY", ""));
        String second = queued().getFirst().jobId();
        assertThat(seenBy(second))
                .containsOnlyKeys("run", "VIDEO", "EMPTY")
                .containsEntry("VIDEO", "crossing.mp4")
                .containsEntry("EMPTY", "");
        kernel().setVariables(run, Map.of("NOVEL", novel));
        assertThat(seenBy(second)).hasSize(4).containsEntry("NOVEL", novel);
        assertThat(kernel().stageVariables(List.of(first))).isEmpty();
    }

    @Test
    void showsStagesOfSeveralRunsEachItsOwn() {
        String body = stage("a") + flow("start", "a", "end");
        UUID first = another("several", body);
        UUID second = another("several", body);
        kernel().setVariables(first, Map.of("VIDEO", "crossing.mp4"));
        kernel().setVariables(second, Map.of("VIDEO", "roundabout.mp4"));

        Map<String, Map<String, String>> seen = kernel().stageVariables(List.of(jobOf(first), jobOf(second), "gone"));

        assertThat(seen).hasSize(2);
        assertThat(seen.get(jobOf(first))).containsEntry("VIDEO", "crossing.mp4");
        assertThat(seen.get(jobOf(second))).containsEntry("VIDEO", "roundabout.mp4");
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
        complete(job, "lease-1", Map.of());

        assertThat(complete(job, "lease-1", Map.of())).isFalse();
        assertThat(queued()).extracting(QueuedStage::stageId).containsExactly("b");
    }

    @Test
    void acceptsOneOfManyCompletionsAtOnce() throws Exception {
        start("at-once", stage("a") + stage("b") + flow("start", "a", "b", "end"));
        String job = claim("a", "lease-1");

        var results = together(6, racer -> complete(job, "lease-1", Map.of()));

        assertThat(results).containsOnlyOnce(true);
        assertThat(queued()).hasSize(1);
    }

    @Test
    void completesStagesOfSeveralRunsTogether() {
        String chain = stage("a") + stage("b") + flow("start", "a", "b", "end");
        UUID one = another("first", chain);
        Completion first = new Completion(one, claim("a", "lease-1"), "lease-1", Map.of("VIDEO", "one"));
        UUID two = another("second", chain);
        Completion second = new Completion(two, claim("a", "lease-2"), "lease-2", Map.of("VIDEO", "two"));
        start("third", chain);
        Completion notHeld = new Completion(run, claim("a", "lease-3"), "another", Map.of());
        Completion ended = new Completion(UUID.randomUUID(), "no-job", "lease-4", Map.of());

        assertThat(kernel().complete(List.of(first, second, notHeld, ended)))
                .containsExactlyInAnyOrder(first.jobId(), second.jobId());

        assertThat(queued())
                .extracting(QueuedStage::runId, QueuedStage::stageId)
                .containsExactlyInAnyOrder(tuple(first.runId(), "b"), tuple(second.runId(), "b"));
        assertThat(kernel().variables(first.runId())).containsEntry("VIDEO", "one");
        assertThat(kernel().variables(second.runId())).containsEntry("VIDEO", "two");
    }

    @Test
    void completesNoneOfSeveralWhereOneCannotGoOn() {
        start("going", stage("a") + stage("b") + flow("start", "a", "b", "end"));
        Completion going = new Completion(run, claim("a", "lease-1"), "lease-1", Map.of());
        UUID deciding = another(
                "stuck",
                stage("a") + stage("b") + "<exclusiveGateway id='decide'/>" + flow("start", "a", "decide")
                        + flowIf("decide", "b", "quality == 'good'") + flowIf("decide", "end", "quality == 'bad'")
                        + flow("b", "end"));
        Completion stuck = new Completion(deciding, claim("a", "lease-2"), "lease-2", Map.of());

        assertThatThrownBy(() -> kernel().complete(List.of(going, stuck))).isInstanceOf(CannotGoOn.class);

        assertThat(queued()).isEmpty();
        assertThat(kernel().complete(List.of(going))).containsExactly(going.jobId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            quality == 'good' | The condition ${quality == 'good'} names the variable quality, which nobody has set.
            VIDEO > 5         | The condition ${VIDEO > 5} cannot be decided: "north.mp4" does not fit it.
            VIDEO == 'none'   | No condition behind the gateway "decide" holds, and none of its flows is the default.
            """)
    void saysInWordsOfThePipelineWhyItCannotGoOn(String condition, String sentence) {
        String escaped = condition.replace(">", "&gt;");
        start(
                "obstacle" + condition.hashCode(),
                stage("a") + stage("b") + "<exclusiveGateway id='decide'/>" + flow("start", "a", "decide")
                        + flowIf("decide", "b", escaped) + flowIf("decide", "end", escaped) + flow("b", "end"));
        String job = claim("a", "lease-1");

        assertThatThrownBy(() -> complete(job, "lease-1", Map.of("VIDEO", "north.mp4")))
                .isInstanceOf(CannotGoOn.class)
                .hasMessage(sentence);
    }

    @Test
    void saysWhichListIsMissing() {
        assertThatThrownBy(() -> start("no-list", """
                        <serviceTask id='a' flowable:type='external-worker' flowable:topic='cpu'>
                          <multiInstanceLoopCharacteristics isSequential='true' flowable:collection='VIDEOS' flowable:elementVariable='VIDEO'/>
                        </serviceTask>""" + flow("start", "a", "end")))
                .isInstanceOf(CannotGoOn.class)
                .hasMessage("A stage runs for each item of the variable VIDEOS, which nobody has set.");
    }

    @Test
    void refusesAnotherLease() {
        start("other", stage("a") + flow("start", "a", "end"));
        String job = claim("a", "lease-1");

        assertThat(complete(job, "lease-2", Map.of())).isFalse();
        assertThat(kernel().fail(job, "lease-2", "no", Optional.empty())).isEqualTo(ClaimResult.STALE_LEASE);
    }

    @Test
    void keepsAnExpiredLeaseUntilItIsEnded() {
        start("expired", stage("a") + flow("start", "a", "end"));
        String job = claim("a", "lease-1");
        database().clock().step(LEASE.plusSeconds(1));

        assertThat(complete(job, "lease-1", Map.of())).isFalse();
        assertThat(queued()).isEmpty();

        kernel().fail(
                        job,
                        "lease-1",
                        "node lost",
                        Optional.of(database().clock().instant()));

        assertThat(queued()).hasSize(1);
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
        assertThat(ended()).isFalse();
        assertThat(kernel().requeue(job)).isTrue();
        assertThat(kernel().requeue(job)).isFalse();
        assertThat(queued()).extracting(QueuedStage::jobId).containsExactly(job);
        finish("a");
        assertThat(ended()).isTrue();
    }

    @Test
    void joinsBranchesThatEndAtTheSameMoment() throws Exception {
        start(
                "forked",
                "<parallelGateway id='fork'/><parallelGateway id='join'/>" + stage("a") + stage("b") + stage("c")
                        + stage("last") + flow("start", "fork", "a", "join", "last", "end") + flow("fork", "b", "join")
                        + flow("fork", "c", "join"));
        var jobs = List.of(claim("a", "lease-0"), claim("b", "lease-1"), claim("c", "lease-2"));

        var results = together(3, racer -> complete(jobs.get(racer), "lease-" + racer, Map.of("R" + racer, "1")));

        assertThat(results).containsOnly(true);
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

        assertThat(ended()).isTrue();
        assertThat(kernel().positions(run)).isEmpty();
        assertThat(kernel().variables(run)).containsEntry("decision", "approve");
    }

    @Test
    void cancelsARunWhereverItStands() {
        start("cancelled", stage("a") + flow("start", "a", "end"));
        String job = claim("a", "lease-1");

        kernel().cancel(run, "no longer wanted");
        kernel().cancel(run, "no longer wanted");

        assertThat(ended()).isTrue();
        assertThat(complete(job, "lease-1", Map.of())).isFalse();
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
    void changesNothingThatAnotherHasChangedSinceItWasRead() {
        assertThatThrownBy(() -> afterAnotherChange(
                        "stale",
                        (runtime, id) -> runtime.setVariables(id, Map.of("FIRST", "2", "MODEL", "big", "LAST", "2"))))
                .isInstanceOf(FlowableOptimisticLockingException.class);
        assertThat(kernel().variables(run)).containsEntry("MODEL", "small").containsEntry("FIRST", "1");
    }

    @Test
    void deletesNothingThatAnotherHasChangedSinceItWasRead() {
        assertThatThrownBy(() -> afterAnotherChange(
                        "stale", (runtime, id) -> runtime.removeVariables(id, List.of("FIRST", "MODEL", "LAST"))))
                .isInstanceOf(FlowableOptimisticLockingException.class);
        assertThat(kernel().variables(run)).containsEntry("MODEL", "small").containsEntry("FIRST", "1");
    }

    @Test
    void readsItsOwnWritesOfTheSameTransaction() {
        start("own-writes", stage("a") + flow("start", "a", "end"));

        database().transactions().executeWithoutResult(transaction -> {
            kernel().setVariables(run, Map.of("MODEL", "small"));
            assertThat(kernel().variables(run)).containsEntry("MODEL", "small");
            kernel().setVariables(run, Map.of("MODEL", "big"));
            assertThat(kernel().variables(run)).containsEntry("MODEL", "big");
            kernel().cancel(run, "over");
            assertThat(ended()).isTrue();
        });
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
        start(run, key, body);
    }

    private UUID another(String key, String body) {
        UUID other = UUID.randomUUID();
        others.add(other);
        start(other, key, body);
        return other;
    }

    private void start(UUID id, String key, String body) {
        var definition = kernel().deploy(key, key, process(key, body));
        kernel().start(id, definition.definitionId(), Map.of("run", id.toString()));
    }

    /** One of several variables is read, then changed by another transaction, then all by this one. */
    private void afterAnotherChange(String key, BiConsumer<RuntimeService, String> change) {
        start(key, stage("a") + flow("start", "a", "end"));
        kernel().setVariables(run, Map.of("FIRST", "1", "MODEL", "small", "LAST", "1"));
        ProcessEngine engine = database().context().getBean(ProcessEngine.class);
        JdbcTemplate jdbc = database().context().getBean(JdbcTemplate.class);
        String id = run.toString();
        engine.getManagementService().executeCommand(context -> {
            assertThat(engine.getRuntimeService().getVariables(id)).containsEntry("MODEL", "small");
            int changed = CompletableFuture.supplyAsync(() -> jdbc.update(
                            "update ACT_RU_VARIABLE set REV_ = REV_ + 1 where PROC_INST_ID_ = ? and NAME_ = 'MODEL'",
                            id))
                    .join();
            assertThat(changed).isOne();
            change.accept(engine.getRuntimeService(), id);
            return null;
        });
    }

    private List<QueuedStage> queued() {
        return kernel().queuedStages(100);
    }

    private String jobOf(UUID id) {
        return queued().stream()
                .filter(stage -> stage.runId().equals(id))
                .findFirst()
                .orElseThrow()
                .jobId();
    }

    private Map<String, String> seenBy(String job) {
        return kernel().stageVariables(List.of(job)).getOrDefault(job, Map.of());
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

    private boolean complete(String job, String lease, Map<String, String> variables) {
        return kernel().complete(List.of(new Completion(run, job, lease, variables)))
                .contains(job);
    }

    private boolean ended() {
        return kernel().open(List.of(run)).isEmpty();
    }

    private void finish(String stageId) {
        assertThat(complete(claim(stageId, "lease"), "lease", Map.of())).isTrue();
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
