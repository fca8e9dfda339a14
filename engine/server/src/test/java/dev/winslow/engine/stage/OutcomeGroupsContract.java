package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Claims.Placing;
import dev.winslow.engine.stage.Outcomes.Ending;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Attempts at several runs whose ends are reported together. */
interface OutcomeGroupsContract extends ClaimScene {
    @Test
    default void takeSuccessesOfDifferentRunsAndOfOneAndTheSame() {
        UUID node = node(16);
        List<UUID> runs = Stream.of("x", "x", "x,y").map(this::run).toList();
        List<Attempt> begun = begun(node, runs);

        Map<UUID, Ending> endings = bean(OutcomeGroups.class)
                .end(begun.stream().map(OutcomeGroupsContract::success).toList());

        assertThat(begun)
                .hasSize(4)
                .allSatisfy(attempt ->
                        assertThat(endings.get(attempt.id())).isEqualTo(new Ending.Accepted(AttemptState.SUCCEEDED)));
        assertThat(runs).allSatisfy(run -> {
            assertThat(attempts(run)).extracting(Attempt::state).containsOnly(AttemptState.SUCCEEDED);
            assertThat(bean(Runs.class).require(run).end()).isPresent();
        });
    }

    @Test
    default void makeRoomForOthersBeforeTheyAreWritten() {
        UUID node = node(1);
        UUID ending = run("x");
        List<Attempt> begun = begun(node, List.of(ending));
        UUID waiting = run("x");
        Placing next = new Placing(queued(waiting).getFirst(), node, true);
        bean(ArrivingOutcomes.class).subscribe(() -> {
            if (attempts(waiting).isEmpty()) {
                bean(Claims.class).claim(List.of(next));
            }
        });

        bean(OutcomeGroups.class).end(List.of(success(begun.getFirst())));

        assertThat(attempts(waiting)).extracting(Attempt::state).containsExactly(AttemptState.ASSIGNED);
        assertThat(attempts(ending)).extracting(Attempt::state).containsExactly(AttemptState.SUCCEEDED);
    }

    @Test
    default void answerEachAsIfItWereReportedAlone() {
        UUID node = node(16);
        List<Attempt> begun =
                begun(node, Stream.of("x", "x", "x", "x").map(this::run).toList());
        end(begun.get(0), AttemptState.SUCCEEDED);
        AttemptOutcome again = success(begun.get(0));
        AttemptOutcome anothers =
                new AttemptOutcome(begun.get(1).id(), Outcome.succeeded("another's lease", List.of(), Map.of()));
        AttemptOutcome unknown =
                new AttemptOutcome(UUID.randomUUID(), success(begun.get(1)).outcome());
        AttemptOutcome failed = new AttemptOutcome(
                begun.get(2).id(), success(begun.get(2)).outcome().as(AttemptState.FAILED, "It broke."));
        AttemptOutcome fresh = success(begun.get(3));

        Map<UUID, Ending> endings = bean(OutcomeGroups.class).end(List.of(again, anothers, unknown, failed, fresh));

        assertThat(endings)
                .containsOnly(
                        entry(again.attemptId(), new Ending.Accepted(AttemptState.SUCCEEDED)),
                        entry(anothers.attemptId(), new Ending.Stale()),
                        entry(unknown.attemptId(), new Ending.Stale()),
                        entry(failed.attemptId(), new Ending.Accepted(AttemptState.FAILED)),
                        entry(fresh.attemptId(), new Ending.Accepted(AttemptState.SUCCEEDED)));
    }

    @Test
    default void takeTheOthersWhereOneCannotBeTaken() {
        UUID node = node(16);
        List<Attempt> begun =
                begun(node, Stream.of("x", "x", "x").map(this::run).toList());
        bean(JdbcClient.class)
                .sql("update attempt set progress = 'unreadable' where id = :id")
                .param("id", begun.get(1).id())
                .update();

        Map<UUID, Ending> endings = bean(OutcomeGroups.class)
                .end(begun.stream().map(OutcomeGroupsContract::success).toList());

        assertThat(endings.get(begun.get(0).id())).isEqualTo(new Ending.Accepted(AttemptState.SUCCEEDED));
        assertThat(endings.get(begun.get(1).id())).isInstanceOf(Ending.Untaken.class);
        assertThat(endings.get(begun.get(2).id())).isEqualTo(new Ending.Accepted(AttemptState.SUCCEEDED));
        bean(JdbcClient.class)
                .sql("update attempt set progress = '[]' where id = :id")
                .param("id", begun.get(1).id())
                .update();
        assertThat(bean(OutcomeGroups.class).end(List.of(success(begun.get(1)))))
                .containsValue(new Ending.Accepted(AttemptState.SUCCEEDED));
    }

    @Test
    default void doNotWaitForARunThatSomebodyElseHoldsBeforeTheOthersAreTaken() {
        UUID node = node(16);
        List<UUID> runs = Stream.of("x", "x", "x").map(this::run).toList();
        List<Attempt> begun = begun(node, runs);

        var ending = Objects.requireNonNull(bean(TransactionTemplate.class).execute(holding -> {
            bean(Runs.class).lock(runs.get(1));
            var sent = CompletableFuture.supplyAsync(
                    () -> bean(OutcomeGroups.class)
                            .end(begun.stream()
                                    .map(OutcomeGroupsContract::success)
                                    .toList()),
                    work -> Thread.ofVirtual().start(work));
            await().untilAsserted(() -> assertThat(Stream.of(runs.get(0), runs.get(2)))
                    .allSatisfy(run -> assertThat(attempts(run))
                            .extracting(Attempt::state)
                            .containsExactly(AttemptState.SUCCEEDED)));
            assertThat(sent).isNotDone();
            return sent;
        }));

        assertThat(ending.join().values()).containsOnly(new Ending.Accepted(AttemptState.SUCCEEDED));
        assertThat(attempts(runs.get(1))).extracting(Attempt::state).containsExactly(AttemptState.SUCCEEDED);
    }

    @Test
    default void takeBackWhatWasWrittenTogetherWhereTheProcessHasLeftOneOfTheStages() {
        UUID node = node(16);
        List<UUID> runs = Stream.of("x,y", "x", "x").map(this::run).toList();
        List<Attempt> begun = begun(node, runs);
        // As a timer of the pipeline does.
        bean(TransactionTemplate.class)
                .executeWithoutResult(status ->
                        bean(ProcessKernel.class).skip(begun.getFirst().jobId()));

        Map<UUID, Ending> endings = bean(OutcomeGroups.class)
                .end(List.of(success(begun.get(0)), success(begun.get(2)), success(begun.get(3))));

        assertThat(endings)
                .containsOnly(
                        entry(begun.get(0).id(), new Ending.Stale()),
                        entry(begun.get(2).id(), new Ending.Accepted(AttemptState.SUCCEEDED)),
                        entry(begun.get(3).id(), new Ending.Accepted(AttemptState.SUCCEEDED)));
        assertThat(attempts(runs.getFirst()))
                .extracting(Attempt::state)
                .containsExactlyInAnyOrder(AttemptState.ABORTED, AttemptState.ASSIGNED);
        assertThat(bean(JdbcClient.class)
                        .sql("select count(*) from stage_result where attempt_id in (:ids)")
                        .param("ids", begun.stream().map(Attempt::id).toList())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private List<Attempt> begun(UUID node, List<UUID> runs) {
        for (UUID run : runs) {
            queued(run).forEach(stage -> bean(Claims.class).claim(List.of(new Placing(stage, node, true))));
        }
        return runs.stream().flatMap(run -> attempts(run).stream()).toList();
    }

    private static AttemptOutcome success(Attempt attempt) {
        return new AttemptOutcome(
                attempt.id(), Outcome.succeeded(attempt.lease().token(), List.of(), Map.of()));
    }
}
