package dev.winslow.agent.attempt;

import dev.winslow.agent.executor.StageCommand;
import dev.winslow.agent.executor.StageView;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Placeholders;
import dev.winslow.api.worker.StageFolders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a stage is told by variables. */
final class Environment {
    /** Names the file into which a stage may write variables for gateways and later stages. */
    static final String VARIABLES = "WINSLOW_VARIABLES";

    private Environment() {}

    static StageCommand command(Assignment assignment, AttemptFolder folder, StageView view) {
        Map<String, String> folders = Map.of(
                StageFolders.INPUT,
                view.input().toString(),
                StageFolders.WORKSPACE,
                view.workspace().toString(),
                StageFolders.OUTPUT,
                view.output().toString(),
                VARIABLES,
                view.variables().toString());
        List<String> arguments = assignment.arguments().stream()
                .map(argument -> Placeholders.resolveFully(argument, folders))
                .toList();
        Map<String, String> environment = new TreeMap<>();
        assignment
                .environment()
                .forEach((name, value) -> environment.put(name, Placeholders.resolveFully(value, folders)));
        environment.putAll(folders);
        return new StageCommand(
                assignment.image(), arguments, environment, assignment.resources(), assignment.gpus(), folder);
    }
}
