package dev.winslow.agent.protocol;

import dev.winslow.api.Paths;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.api.worker.OutcomeReceipt;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Carries how attempts ended to the server: what ends while a call is on its way goes with the next one, together. */
final class OutcomePost {
    /** The server looks for each in the storage: a report of more keeps no other from its answer. */
    private static final int FEW_FILES = 100;

    private final Carrier carrier;
    private final Set<Letter> waiting = new LinkedHashSet<>();
    private boolean carrying;

    OutcomePost(Carrier carrier) {
        this.carrier = carrier;
    }

    /** One call, which is tried once. */
    interface Carrier {
        List<OutcomeReceipt> carry(List<AttemptOutcome> outcomes) throws ProtocolException, InterruptedException;
    }

    /** Compared by identity: an attempt may report twice. */
    private static final class Letter {
        private final AttemptOutcome outcome;
        private final CompletableFuture<Optional<ProtocolException>> answer = new CompletableFuture<>();

        private Letter(AttemptOutcome outcome) {
            this.outcome = outcome;
        }
    }

    /** Returns when the server has taken it. One that is interrupted before it is on its way does not go. */
    void send(AttemptOutcome outcome) throws ProtocolException, InterruptedException {
        Letter letter = new Letter(outcome);
        if (outcome.outcome().files().size() > FEW_FILES) {
            carry(List.of(letter));
        } else {
            add(letter);
        }
        try {
            Optional<ProtocolException> failure = letter.answer.get();
            if (failure.isPresent()) {
                throw failure.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The outcome could not be sent", broken);
        } finally {
            forget(letter);
        }
    }

    private synchronized void add(Letter letter) {
        waiting.add(letter);
        if (!carrying) {
            carrying = true;
            Thread.ofVirtual().name("outcomes").start(this::carryAll);
        }
    }

    private synchronized void forget(Letter letter) {
        waiting.remove(letter);
    }

    /** How many wait for a call. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void carryAll() {
        for (List<Letter> next = next(); !next.isEmpty(); next = next()) {
            try {
                carry(next);
            } catch (InterruptedException | RuntimeException broken) {
                next.forEach(letter -> letter.answer.completeExceptionally(broken));
            }
        }
    }

    private synchronized List<Letter> next() {
        List<Letter> next = waiting.stream().limit(Paths.MOST_OUTCOMES).toList();
        next.forEach(waiting::remove);
        carrying = !next.isEmpty();
        return next;
    }

    private void carry(List<Letter> letters) throws InterruptedException {
        try {
            Map<UUID, OutcomeReceipt> receipts =
                    carrier.carry(letters.stream().map(letter -> letter.outcome).toList()).stream()
                            .collect(Collectors.toMap(
                                    OutcomeReceipt::attemptId, Function.identity(), (one, other) -> other));
            letters.forEach(letter -> letter.answer.complete(answer(letter, receipts)));
        } catch (Refused refused) {
            if (letters.size() > 1) {
                // One that the server cannot even read keeps no other from it.
                for (Letter letter : letters) {
                    carry(List.of(letter));
                }
            } else {
                letters.forEach(letter -> letter.answer.complete(Optional.of(refused)));
            }
        } catch (ProtocolException failure) {
            letters.forEach(letter -> letter.answer.complete(Optional.of(failure)));
        }
    }

    private static Optional<ProtocolException> answer(Letter letter, Map<UUID, OutcomeReceipt> receipts) {
        Optional<OutcomeReceipt> receipt = Optional.ofNullable(receipts.get(letter.outcome.attemptId()));
        return receipt.isEmpty()
                ? Optional.of(new ServerAway("The server said nothing of attempt " + letter.outcome.attemptId()))
                : receipt.get()
                        .problem()
                        .map(problem -> JsonHttp.failure(
                                problem.status(),
                                "The outcome of attempt " + letter.outcome.attemptId() + " was answered "
                                        + problem.status() + ": " + JsonHttp.sentence(problem)));
    }
}
