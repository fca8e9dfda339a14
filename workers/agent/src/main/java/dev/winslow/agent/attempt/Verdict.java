package dev.winslow.agent.attempt;

import dev.winslow.api.stage.AttemptState;
import java.util.Optional;

/** How the program of a stage ended, kept on disk until the server knows. */
record Verdict(AttemptState state, Optional<Integer> exitCode, Optional<String> reason) {
    static Verdict succeeded(int exitCode) {
        return new Verdict(AttemptState.SUCCEEDED, Optional.of(exitCode), Optional.empty());
    }

    /** It ended well, to wait for a person without its node. */
    Verdict released() {
        return new Verdict(AttemptState.RELEASED, exitCode, Optional.empty());
    }

    static Verdict failed(Optional<Integer> exitCode, String reason) {
        return new Verdict(AttemptState.FAILED, exitCode, Optional.of(reason));
    }

    static Verdict aborted() {
        return new Verdict(AttemptState.ABORTED, Optional.empty(), Optional.of("A person aborted it."));
    }
}
