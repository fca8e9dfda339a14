package dev.winslow.engine.account;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what no sign-in needs any more. */
@Component
class AccountSweep {
    private final Guesses guesses;
    private final RememberedSignIns remembered;

    AccountSweep(Guesses guesses, RememberedSignIns remembered) {
        this.guesses = guesses;
        this.remembered = remembered;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void sweep() {
        guesses.sweep();
        remembered.sweep();
    }
}
