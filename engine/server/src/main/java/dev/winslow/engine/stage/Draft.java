package dev.winslow.engine.stage;

import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.stage.Configurations.Configuration;
import java.util.List;

/** An attempt before it has a node: with what it would run, and whether it need not. */
record Draft(
        Configuration configuration, Effective effective, List<Artifact> inputs, EarlierTries earlier, Choice choice) {
    StageSpec stage() {
        return configuration.stage();
    }
}
