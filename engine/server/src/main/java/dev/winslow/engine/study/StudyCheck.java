package dev.winslow.engine.study;

import dev.winslow.api.study.ParameterValues;
import dev.winslow.api.study.StartStudy;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.variable.Levels;
import dev.winslow.engine.variable.Variables;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says which combinations a study has, and keeps secrets out of its table. */
@Component
class StudyCheck {
    private final ProjectService projects;
    private final Variables variables;
    private final StudySettings settings;

    StudyCheck(ProjectService projects, Variables variables, StudySettings settings) {
        this.projects = projects;
        this.variables = variables;
        this.settings = settings;
    }

    Combinations combinations(UUID projectId, StartStudy request) {
        Levels levels = levels(projectId);
        Combinations combinations = Combinations.of(request.parameters(), settings.mostRuns());
        for (ParameterValues parameter : combinations.parameters()) {
            if (request.variables().containsKey(parameter.name())) {
                throw ValueList.invalid(
                        parameter.name() + " is both a parameter and a variable that all runs share.",
                        "Name it as one of them.");
            }
            if (levels.secrets().contains(parameter.name())) {
                throw ValueList.invalid(
                        parameter.name() + " is a secret, and the table of the study would show its values.",
                        "Vary another variable that says which secret to take.");
            }
        }
        return combinations;
    }

    Map<String, String> withoutSecrets(UUID projectId, Map<String, String> fixed) {
        return levels(projectId).masked(fixed);
    }

    private Levels levels(UUID projectId) {
        return variables.ofProject(projects.require(projectId));
    }
}
