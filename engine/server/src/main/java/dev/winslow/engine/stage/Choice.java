package dev.winslow.engine.stage;

import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.result.StageResult;
import java.util.List;

/** Whether a stage runs or takes over an earlier result; either with what it is compared by, and why. */
sealed interface Choice {
    Sameness sameness();

    record Run(Sameness sameness) implements Choice {}

    /** @param files what the earlier attempt left */
    record TakeOver(Sameness sameness, StageResult result, List<Artifact> files) implements Choice {}
}
