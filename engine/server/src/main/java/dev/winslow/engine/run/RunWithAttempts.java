package dev.winslow.engine.run;

import dev.winslow.api.run.RunView;
import dev.winslow.api.stage.AttemptView;
import java.util.List;

/**
 * How a run stands, and the attempts in it from which that was drawn up.
 *
 * @param attempts in the order in which they were made
 */
public record RunWithAttempts(RunView run, List<AttemptView> attempts) {}
