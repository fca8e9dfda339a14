package dev.winslow.engine.stage;

import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.run.Run;
import java.util.List;

/**
 * An attempt that a node is to run, with what it takes to draw it up.
 *
 * @param inputs the files that it starts from
 */
public record Given(Run run, Attempt attempt, List<Artifact> inputs) {
    public Given {
        inputs = List.copyOf(inputs);
    }
}
