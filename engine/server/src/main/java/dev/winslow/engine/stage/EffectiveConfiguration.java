package dev.winslow.engine.stage;

import dev.winslow.api.variable.Origin;
import dev.winslow.api.worker.Placeholders;
import dev.winslow.api.worker.Placeholders.Need;
import dev.winslow.api.worker.StageFolders;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.variable.Levels;
import java.util.LinkedHashMap;
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

    /** Each level gives way to the one above it, and all of them to the stage's own settings. Secrets are left to the moment at which the node fetches them. */
    static Effective resolve(StageSpec stage, Levels levels) {
        Map<String, String> variables = levels.values();
        levels.secrets().forEach(secret -> variables.computeIfPresent(secret, (name, value) -> "${" + name + "}"));
        Map<String, String> environment = new TreeMap<>(variables);
        stage.environment().forEach((name, value) -> environment.put(name, Placeholders.resolve(value, variables)));
        Map<String, Origin> origins = new TreeMap<>(levels.origins());
        stage.environment().keySet().forEach(name -> origins.put(name, Origin.STAGE));
        return new Effective(
                Placeholders.resolveFully(stage.image(), variables),
                stage.arguments().stream()
                        .map(argument -> Placeholders.resolve(argument, environment))
                        .toList(),
                environment,
                stage.requirements(),
                stage.timeout(),
                stage.silence(),
                stage.checkpoint(),
                stage.progressPatterns(),
                stage.failPatterns(),
                stage.warnPatterns(),
                origins,
                levels.secrets(),
                stage.exitCodes());
    }

    /** What the stage needs and nobody has set. */
    static List<Need> missing(StageSpec stage, Levels levels) {
        Map<String, String> variables = levels.values();
        Map<String, String> withStage = new TreeMap<>(variables);
        withStage.putAll(stage.environment());
        Map<String, Need> needs = new LinkedHashMap<>();
        Stream.concat(
                        stage.environment().values().stream()
                                .flatMap(value -> Placeholders.needs(value, variables).stream()),
                        Stream.concat(Stream.of(stage.image()), stage.arguments().stream())
                                .flatMap(text -> Placeholders.needs(text, withStage).stream()))
                .filter(need -> !KNOWN_TO_AGENT.contains(need.name()))
                .forEach(need -> needs.merge(need.name(), need, EffectiveConfiguration::wordier));
        return List.copyOf(needs.values());
    }

    /** What says more than the variable's name. */
    private static Need wordier(Need one, Need other) {
        return one.message().equals(one.name()) ? other : one;
    }
}
