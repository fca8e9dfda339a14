package dev.winslow.engine.stage;

import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.stage.Configurations.Configuration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Draws up what an attempt at a queued stage would be, as all stands now. */
@Component
class Drafts {
    private final Workspaces workspaces;
    private final Choices choices;

    Drafts(Workspaces workspaces, Choices choices) {
        this.workspaces = workspaces;
        this.choices = choices;
    }

    Draft of(Run run, Configuration configuration, boolean mayTakeOver) {
        Effective effective = EffectiveConfiguration.resolve(configuration.stage(), configuration.levels());
        List<Artifact> inputs = workspaces.startOf(
                run.projectId(),
                run.id(),
                configuration.stage().id(),
                configuration.pipeline().flow());
        return new Draft(
                configuration,
                effective,
                inputs,
                choices.of(run, configuration, new Choices.Start(effective, inputs, mayTakeOver)));
    }
}
