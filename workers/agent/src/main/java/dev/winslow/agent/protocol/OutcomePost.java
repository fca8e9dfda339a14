package dev.winslow.agent.protocol;

import dev.winslow.api.Paths;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.api.worker.OutcomeReceipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Carries how attempts ended to the server: what ends while a call is on its way goes with the next one, together. */
final class OutcomePost {
    /** The server may have to look for each of them: a call that names more keeps no other from its answer. */
    private static final int FEW_FILES = 100;
    /** Calls on their way at the same time, where the first ones stand still. */
    private static final int MOST_CALLS = 4;

    private static final Duration STANDS = Duration.ofSeconds(3);

    private final Carrier carrier;
    private final Duration stands;
    private final Set<Letter> waiting = new LinkedHashSet<>();
    private int calls;
    /** When the newest of the calls that are on their way began. */
    private long newest;

    OutcomePost(Carrier carrier) {
        this(carrier, STANDS);
    }

    /** @param stands for how long an outcome waits for the calls on their way before another one goes beside them */
    OutcomePost(Carrier carrier, Duration stands) {
        this.carrier = carrier;
        this.stands = stands;
    }

    /** One call, which is tried once. */
    interface Carrier {
        List<OutcomeReceipt> carry(List<AttemptOutcome> outcomes) throws ProtocolException, InterruptedException;
    }

    /** Compared by identity: an attempt may report again. */
    private static final class Letter {
        private final AttemptOutcome outcome;
        private final CompletableFuture<Optional<ProtocolException>> answer = new CompletableFuture<>();

        private Letter(AttemptOutcome outcome) {
            this.outcome = outcome;
        }

        private int files() {
            return outcome.outcome().files().size();
        }
    }

    /** Returns when the server has taken it. One that is interrupted before it is on its way does not go. */
    void send(AttemptOutcome outcome) throws ProtocolException, InterruptedException {
        Letter letter = new Letter(outcome);
        try {
            if (letter.files() > FEW_FILES) {
                carry(List.of(letter));
            } else {
                add(letter);
            }
            Optional<ProtocolException> failure = answer(letter);
            if (failure.isPresent()) {
                throw failure.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The outcome could not be sent", broken.getCause());
        } finally {
            forget(letter);
        }
    }

    private Optional<ProtocolException> answer(Letter letter) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return letter.answer.get(stands.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException standing) {
                callBesideThoseThatStand(letter);
            }
        }
    }

    private synchronized void add(Letter letter) {
        waiting.add(letter);
        callUnlessOneComesBackSoon();
    }

    private synchronized void callBesideThoseThatStand(Letter letter) {
        if (waiting.contains(letter)) {
            callUnlessOneComesBackSoon();
        }
    }

    private void callUnlessOneComesBackSoon() {
        boolean stand = System.nanoTime() - newest >= stands.toNanos();
        if (calls == 0 || (stand && calls < MOST_CALLS)) {
            Thread.ofVirtual().name("outcomes").start(this::carryAll);
            calls++;
            newest = System.nanoTime();
        }
    }

    /** Nobody waits for it any more. */
    private synchronized void forget(Letter letter) {
        waiting.remove(letter);
        letter.answer.cancel(false);
    }

    /** How many wait for a call. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void carryAll() {
        for (List<Letter> next = next(); !next.isEmpty(); next = next()) {
            try {
                carry(next.stream()
                        .filter(letter -> !letter.answer.isCancelled())
                        .toList());
            } catch (InterruptedException | RuntimeException | Error broken) {
                next.forEach(letter -> letter.answer.completeExceptionally(broken));
            }
        }
    }

    private synchronized List<Letter> next() {
        List<Letter> next = new ArrayList<>();
        int files = 0;
        for (Letter letter : waiting) {
            files += letter.files();
            if (next.size() == Paths.MOST_OUTCOMES || (files > FEW_FILES && !next.isEmpty())) {
                break;
            }
            next.add(letter);
        }
        next.forEach(waiting::remove);
        newest = System.nanoTime();
        if (next.isEmpty()) {
            calls--;
        }
        return next;
    }

    private void carry(List<Letter> letters) throws InterruptedException {
        if (letters.isEmpty()) {
            return;
        }
        try {
            Map<UUID, OutcomeReceipt> receipts =
                    carrier.carry(letters.stream().map(letter -> letter.outcome).toList()).stream()
                            .filter(Objects::nonNull)
                            .collect(Collectors.toMap(
                                    OutcomeReceipt::attemptId, Function.identity(), (one, other) -> other));
            letters.forEach(letter -> letter.answer.complete(meaning(letter, receipts)));
        } catch (Refused refused) {
            failed(letters, Optional.of(refused));
        } catch (ProtocolException failure) {
            letters.forEach(letter -> letter.answer.complete(Optional.of(failure)));
        } catch (RuntimeException | Error broken) {
            if (letters.size() == 1) {
                throw broken;
            }
            failed(letters, Optional.empty());
        }
    }

    /** One that cannot be written, or that the server cannot read, keeps no other from it. */
    private void failed(List<Letter> letters, Optional<ProtocolException> refusal) throws InterruptedException {
        if (letters.size() == 1) {
            letters.getFirst().answer.complete(refusal);
            return;
        }
        Optional<ProtocolException> away = Optional.empty();
        for (Letter letter : letters) {
            if (away.isPresent()) {
                letter.answer.complete(away);
            } else if (!letter.answer.isCancelled()) {
                away = alone(letter);
            }
        }
    }

    /** The server's absence, which is the answer to all that would come after it. */
    private Optional<ProtocolException> alone(Letter letter) throws InterruptedException {
        try {
            carry(List.of(letter));
        } catch (RuntimeException | Error broken) {
            letter.answer.completeExceptionally(broken);
        }
        return letter.answer.isCompletedExceptionally()
                ? Optional.empty()
                : letter.answer.getNow(Optional.empty()).filter(ServerAway.class::isInstance);
    }

    private static Optional<ProtocolException> meaning(Letter letter, Map<UUID, OutcomeReceipt> receipts) {
        UUID attempt = letter.outcome.attemptId();
        return Optional.ofNullable(receipts.get(attempt))
                .map(receipt -> receipt.problem()
                        .map(problem -> JsonHttp.failure(
                                problem.status(),
                                "The outcome of attempt %s was answered %d: %s"
                                        .formatted(attempt, problem.status(), JsonHttp.sentence(problem)))))
                .orElseGet(() -> Optional.of(new ServerAway("The server said nothing of attempt " + attempt)));
    }
}
