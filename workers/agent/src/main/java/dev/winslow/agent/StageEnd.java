package dev.winslow.agent;

import dev.winslow.api.stage.AttemptState;
import java.util.Optional;

/** How the process of a stage came to its end, the reason in a sentence. */
record StageEnd(AttemptState state, Optional<Integer> exitCode, Optional<String> reason) {}
