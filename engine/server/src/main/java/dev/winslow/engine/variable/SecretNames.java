package dev.winslow.engine.variable;

import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names whose values stay out of what everybody may read, because one project, all, or one pipeline calls them secret. */
@Component
class SecretNames {
    private final VariableRepository variables;
    private final PipelineService pipelines;

    SecretNames(VariableRepository variables, PipelineService pipelines) {
        this.variables = variables;
        this.pipelines = pipelines;
    }

    Set<String> ofPipeline(String key) {
        return pipelines
                .newest(key)
                .flatMap(newest -> pipelines.spec(newest.definitionId()))
                .map(PipelineSpec::secrets)
                .orElse(Set.of());
    }

    /** To be asked before a change: what was a secret a moment ago is none to be told either. */
    boolean contains(String name) {
        return variables.secrets().contains(name) || pipelines.hasSecret(name);
    }
}
