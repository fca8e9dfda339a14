package dev.winslow.agent.executor;

import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.stage.Requirements;
import java.util.List;
import java.util.Map;

/**
 * What to start, where, with which variables, and how much of the machine it may use.
 *
 * @param gpus numbers of the GPUs that are the stage's alone, as nvidia-smi counts them
 */
public record StageCommand(
        String image,
        List<String> arguments,
        Map<String, String> environment,
        Requirements resources,
        List<Integer> gpus,
        AttemptFolder folder) {}
