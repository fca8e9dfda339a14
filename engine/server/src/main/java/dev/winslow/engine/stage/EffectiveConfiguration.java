package dev.winslow.engine.stage;

import dev.winslow.api.worker.Placeholders;
import dev.winslow.api.worker.StageFolders;
import dev.winslow.engine.pipeline.StageSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Resolves what a pipeline says of a stage with the variables of a run. A pure function. */
final class EffectiveConfiguration {
    private static final Set<String> KNOWN_TO_AGENT =
            Set.of(StageFolders.INPUT, StageFolders.WORKSPACE, StageFolders.OUTPUT, StageFolders.VARIABLES);

    private EffectiveConfiguration() {}

    /** Variables of the pipeline give way to those of the run, and these to the stage's own. */
    static Effective resolve(StageSpec stage, Map<String, String> pipelineVariables, Map<String, String> runVariables) {
        Map<String, String> variables = merged(pipelineVariables, runVariables);
        Map<String, String> environment = new TreeMap<>(variables);
        stage.environment().forEach((name, value) -> environment.put(name, Placeholders.resolve(value, variables)));
        return new Effective(
                Placeholders.resolveFully(stage.image(), variables),
                stage.arguments().stream()
                        .map(argument -> Placeholders.resolve(argument, environment))
                        .toList(),
                environment,
                stage.requirements(),
                stage.timeout(),
                stage.silence(),
                stage.progressPatterns(),
                stage.failPatterns(),
                stage.warnPatterns());
    }

    /** Names of variables that the stage needs and nobody has set. */
    static List<String> missing(
            StageSpec stage, Map<String, String> pipelineVariables, Map<String, String> runVariables) {
        Map<String, String> variables = merged(pipelineVariables, runVariables);
        Map<String, String> withStage = new TreeMap<>(variables);
        withStage.putAll(stage.environment());
        return Stream.concat(
                        stage.environment().values().stream()
                                .flatMap(value -> Placeholders.missing(value, variables).stream()),
                        Stream.concat(Stream.of(stage.image()), stage.arguments().stream())
                                .flatMap(text -> Placeholders.missing(text, withStage).stream()))
                .filter(name -> !KNOWN_TO_AGENT.contains(name))
                .distinct()
                .toList();
    }

    private static Map<String, String> merged(Map<String, String> pipeline, Map<String, String> run) {
        Map<String, String> variables = new TreeMap<>(pipeline);
        variables.putAll(run);
        return variables;
    }
}
