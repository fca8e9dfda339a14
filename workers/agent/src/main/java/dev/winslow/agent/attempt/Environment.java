package dev.winslow.agent.attempt;

import dev.winslow.agent.executor.StageCommand;
import dev.winslow.agent.executor.StageView;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Placeholders;
import dev.winslow.api.worker.StageFolders;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What a stage is told by variables, and what it tells by them. */
final class Environment {
    /** Names a properties file (UTF-8) into which a stage may write variables for gateways and later stages. */
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

    static Map<String, String> variables(AttemptFolder folder) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        // A link could lead to any file that the worker may read.
        if (Files.isRegularFile(folder.variables(), LinkOption.NOFOLLOW_LINKS)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(folder.variables())) {
                properties.load(reader);
            } catch (IllegalArgumentException malformed) {
                throw new IOException("The stage's variables cannot be read: " + malformed.getMessage(), malformed);
            }
            properties.stringPropertyNames().forEach(name -> variables.put(name, properties.getProperty(name)));
        }
        return variables;
    }
}
