package dev.winslow.agent.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.problem.Problem;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.OutcomeReceipt;
import dev.winslow.api.worker.ProducedFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutcomePostTest {
    private final List<List<AttemptOutcome>> calls = Collections.synchronizedList(new ArrayList<>());
    /** A call goes through when it is let. */
    private final Semaphore way = new Semaphore(0);

    @Test
    void takesAlongWhatEndsWhileACallIsOnItsWay() {
        OutcomePost post = post(this::taken);
        List<AttemptOutcome> outcomes = IntStream.range(0, 2 + Paths.MOST_OUTCOMES)
                .mapToObj(_ -> outcome())
                .toList();
        CompletableFuture<Void> first = send(post, outcomes.getFirst());
        await().until(() -> calls.size() == 1);

        List<CompletableFuture<Void>> others =
                outcomes.stream().skip(1).map(outcome -> send(post, outcome)).toList();
        await().until(() -> post.waiting() == others.size());
        way.release(3);

        first.join();
        others.forEach(CompletableFuture::join);
        assertThat(calls).extracting(List::size).containsExactly(1, Paths.MOST_OUTCOMES, 1);
        assertThat(calls.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(outcomes);
    }

    @Test
    void givesEachItsOwnAnswer() {
        AttemptOutcome taken = outcome();
        AttemptOutcome stale = outcome();
        AttemptOutcome later = outcome();
        AttemptOutcome refused = outcome();
        AttemptOutcome forgotten = outcome();
        Map<UUID, Optional<Problem>> answers = Map.of(
                stale.attemptId(), Optional.of(problem(ProblemType.STALE_LEASE)),
                later.attemptId(), Optional.of(problem(ProblemType.UNAVAILABLE)),
                refused.attemptId(), Optional.of(problem(ProblemType.CONFLICT)));
        OutcomePost post = post(outcomes -> together(outcomes).stream()
                .filter(outcome -> !outcome.equals(forgotten))
                .map(outcome -> new OutcomeReceipt(
                        outcome.attemptId(), answers.getOrDefault(outcome.attemptId(), Optional.empty())))
                .toList());
        CompletableFuture<Void> first = send(post, outcome());
        await().until(() -> calls.size() == 1);
        List<CompletableFuture<Void>> sent = Stream.of(taken, stale, later, refused, forgotten)
                .map(outcome -> send(post, outcome))
                .toList();
        await().until(() -> post.waiting() == 5);
        way.release(2);

        first.join();
        sent.get(0).join();
        assertThatThrownBy(sent.get(1)::join).hasCauseInstanceOf(StaleLease.class);
        assertThatThrownBy(sent.get(2)::join).hasCauseInstanceOf(ServerAway.class);
        assertThatThrownBy(sent.get(3)::join).hasCauseInstanceOf(Refused.class).hasMessageContaining("What to do");
        assertThatThrownBy(sent.get(4)::join).hasCauseInstanceOf(ServerAway.class);
        assertThat(calls).extracting(List::size).containsExactly(1, 5);
    }

    @Test
    void sendsEachByItselfWhereTheServerTakesNoneOfThem() {
        AttemptOutcome poisoned = outcome();
        OutcomePost post = post(outcomes -> {
            if (together(outcomes).contains(poisoned)) {
                throw new Refused(400, "unreadable");
            }
            return receipts(outcomes);
        });
        CompletableFuture<Void> first = send(post, outcome());
        await().until(() -> calls.size() == 1);
        CompletableFuture<Void> bad = send(post, poisoned);
        CompletableFuture<Void> good = send(post, outcome());
        await().until(() -> post.waiting() == 2);
        way.release(10);

        first.join();
        good.join();
        assertThatThrownBy(bad::join).hasCauseInstanceOf(Refused.class);
        assertThat(calls).extracting(List::size).containsExactly(1, 2, 1, 1);
    }

    @Test
    void sendsEachByItselfWhereOneCannotBeWritten() {
        AttemptOutcome poisoned = outcome();
        OutcomePost post = post(outcomes -> {
            if (together(outcomes).contains(poisoned)) {
                throw new IllegalArgumentException("unwritable");
            }
            return receipts(outcomes);
        });
        CompletableFuture<Void> first = send(post, outcome());
        await().until(() -> calls.size() == 1);
        CompletableFuture<Void> bad = send(post, poisoned);
        CompletableFuture<Void> good = send(post, outcome());
        await().until(() -> post.waiting() == 2);
        way.release(10);

        first.join();
        good.join();
        assertThatThrownBy(bad::join).hasRootCauseMessage("unwritable");
        assertThat(calls).extracting(List::size).containsExactly(1, 2, 1, 1);
    }

    @Test
    void goesBesideACallThatStandsStill() {
        OutcomePost post = new OutcomePost(
                outcomes -> calls.isEmpty() ? taken(outcomes) : receipts(outcomes), Duration.ofMillis(50));
        CompletableFuture<Void> standing = send(post, outcome());
        await().until(() -> calls.size() == 1);

        send(post, outcome()).join();

        assertThat(standing).isNotDone();
        way.release();
        standing.join();
    }

    @Test
    void tellsAllWhereTheServerIsAwayAndGoesOnAfterwards() {
        OutcomePost post = post(outcomes -> {
            together(outcomes);
            if (calls.size() < 3) {
                throw new ServerAway("away");
            }
            return receipts(outcomes);
        });
        CompletableFuture<Void> first = send(post, outcome());
        await().until(() -> calls.size() == 1);
        List<CompletableFuture<Void>> others = Stream.of(outcome(), outcome())
                .map(outcome -> send(post, outcome))
                .toList();
        await().until(() -> post.waiting() == 2);
        way.release(10);

        Stream.concat(Stream.of(first), others.stream())
                .forEach(sent -> assertThatThrownBy(sent::join).hasCauseInstanceOf(ServerAway.class));
        send(post, outcome()).join();
    }

    @Test
    void outlivesAnErrorOfItsOwn() {
        OutcomePost post = post(outcomes -> {
            together(outcomes);
            if (calls.size() == 1) {
                throw new StackOverflowError("broken");
            }
            return receipts(outcomes);
        });
        way.release(10);

        assertThatThrownBy(send(post, outcome())::join).hasRootCauseMessage("broken");
        send(post, outcome()).join();
    }

    @Test
    void leavesBehindWhoWasInterruptedBefore() throws Exception {
        OutcomePost post = post(this::taken);
        CompletableFuture<Void> first = send(post, outcome());
        await().until(() -> calls.size() == 1);
        AttemptOutcome given = outcome();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                post.send(given);
            } catch (ProtocolException | InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> post.waiting() == 1);

        waiting.interrupt();
        waiting.join();
        way.release(10);

        first.join();
        send(post, outcome()).join();
        assertThat(calls).hasSize(2).noneMatch(call -> call.contains(given));
    }

    @Test
    void keepsNobodyWaitingForAReportOfManyFiles() {
        OutcomePost post = post(outcomes -> {
            if (outcomes.getFirst().outcome().files().isEmpty()) {
                return receipts(outcomes);
            }
            return taken(outcomes);
        });
        CompletableFuture<Void> large = send(post, outcome(files(101)));
        await().until(() -> calls.size() == 1);

        send(post, outcome()).join();

        assertThat(large).isNotDone();
        way.release();
        large.join();
    }

    @Test
    void namesFewFilesInACall() {
        OutcomePost post = post(this::taken);
        CompletableFuture<Void> first = send(post, outcome());
        await().until(() -> calls.size() == 1);
        List<CompletableFuture<Void>> others = Stream.of(files(60), files(60), files(30))
                .map(files -> send(post, outcome(files)))
                .toList();
        await().until(() -> post.waiting() == 3);
        way.release(10);

        first.join();
        others.forEach(CompletableFuture::join);
        assertThat(calls)
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.stream()
                                .mapToInt(outcome -> outcome.outcome().files().size())
                                .sum())
                        .isLessThanOrEqualTo(100));
    }

    private static List<ProducedFile> files(int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> new ProducedFile(Area.OUTPUT, n + ".csv", 1, "0".repeat(64)))
                .toList();
    }

    /** In which no call stands still. */
    private static OutcomePost post(OutcomePost.Carrier carrier) {
        return new OutcomePost(carrier, Duration.ofHours(1));
    }

    private static CompletableFuture<Void> send(OutcomePost post, AttemptOutcome outcome) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                post.send(outcome);
                sent.complete(null);
            } catch (ProtocolException | InterruptedException | RuntimeException failure) {
                sent.completeExceptionally(new CompletionException(failure));
            }
        });
        return sent;
    }

    private List<OutcomeReceipt> taken(List<AttemptOutcome> outcomes) throws InterruptedException {
        return receipts(together(outcomes));
    }

    private List<AttemptOutcome> together(List<AttemptOutcome> outcomes) throws InterruptedException {
        calls.add(outcomes);
        way.acquire();
        return outcomes;
    }

    private static List<OutcomeReceipt> receipts(List<AttemptOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new OutcomeReceipt(outcome.attemptId(), Optional.empty()))
                .toList();
    }

    private static Problem problem(ProblemType type) {
        return new Problem(type.uri(), type.title(), type.status(), "What is wrong.", "What to do.", List.of());
    }

    private static AttemptOutcome outcome() {
        return outcome(List.of());
    }

    private static AttemptOutcome outcome(List<ProducedFile> files) {
        return new AttemptOutcome(UUID.randomUUID(), Outcome.succeeded("token", files, Map.of()));
    }
}
