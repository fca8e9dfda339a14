package dev.winslow.engine.variable;

import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectParts;
import org.springframework.stereotype.Component;

/** Variables go with their project. */
@Component
class VariablesOfProject implements ProjectParts {
    private final Variables variables;

    VariablesOfProject(Variables variables) {
        this.variables = variables;
    }

    @Override
    public void discard(Project project) {
        variables.removeAll(project.id());
    }
}
