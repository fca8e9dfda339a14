package dev.winslow.agent.executor;

import dev.winslow.agent.workspace.AttemptFolder;
import java.util.List;
import java.util.Map;

/** What to start, where, and with which variables. */
public record StageCommand(
        String image, List<String> arguments, Map<String, String> environment, AttemptFolder folder) {}
