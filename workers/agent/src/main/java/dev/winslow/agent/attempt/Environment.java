package dev.winslow.agent.attempt;

import dev.winslow.agent.executor.StageCommand;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Placeholders;
import dev.winslow.api.worker.StageFolders;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a stage is told by variables, and what it tells by them. */
final class Environment {
    /** Names a properties file (UTF-8) into which a stage may write variables for gateways and later stages. */
    static final String VARIABLES = "WINSLOW_VARIABLES";

    private Environment() {}

    static StageCommand command(Assignment assignment, AttemptFolder folder) {
        Map<String, String> folders = Map.of(
                StageFolders.INPUT,
                folder.of(Area.INPUT).toString(),
                StageFolders.WORKSPACE,
                folder.of(Area.WORKSPACE).toString(),
                StageFolders.OUTPUT,
                folder.of(Area.OUTPUT).toString(),
                VARIABLES,
                folder.variables().toString());
        List<String> arguments = assignment.arguments().stream()
                .map(argument -> Placeholders.resolveFully(argument, folders))
                .toList();
        Map<String, String> environment = new TreeMap<>();
        assignment
                .environment()
                .forEach((name, value) -> environment.put(name, Placeholders.resolveFully(value, folders)));
        environment.putAll(folders);
        environment.putAll(gpus(assignment.gpus()));
        return new StageCommand(assignment.image(), arguments, environment, folder);
    }

    /** CUDA and ROCm show a program only the GPUs that are named; in the order in which nvidia-smi counts them. */
    private static Map<String, String> gpus(List<Integer> indexes) {
        String visible = indexes.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Map.of(
                "CUDA_DEVICE_ORDER", "PCI_BUS_ID",
                "CUDA_VISIBLE_DEVICES", visible,
                "ROCR_VISIBLE_DEVICES", visible);
    }

    static Map<String, String> variables(AttemptFolder folder) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        if (Files.exists(folder.variables())) {
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
