package dev.winslow.engine.stage;

import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.stage.Configurations.Configuration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Draws up what an attempt at a queued stage would be, as all stands now. */
@Component
class Drafts {
    private final Workspaces workspaces;
    private final Choices choices;
    private final AttemptRepository attempts;
    private final Questions questions;

    Drafts(Workspaces workspaces, Choices choices, AttemptRepository attempts, Questions questions) {
        this.workspaces = workspaces;
        this.choices = choices;
        this.attempts = attempts;
        this.questions = questions;
    }

    Draft of(Run run, QueuedStage queued, Configuration configuration, boolean mayTakeOver) {
        Effective effective = EffectiveConfiguration.resolve(configuration.stage(), configuration.levels());
        EarlierTries earlier =
                attempts.earlierTries(run.id(), configuration.stage().id());
        return earlier.released(queued.jobId())
                .map(released -> continued(run, configuration, effective, earlier, released))
                .orElseGet(() -> fresh(run, configuration, effective, earlier, mayTakeOver));
    }

    private Draft continued(
            Run run, Configuration configuration, Effective effective, EarlierTries earlier, UUID released) {
        return new Draft(
                configuration,
                effective,
                workspaces.continued(
                        run.projectId(),
                        new Workspaces.Origin(run.id(), configuration.stage().id(), released),
                        configuration.pipeline().flow(),
                        questions.answerFiles(released)),
                earlier,
                Choices.goesOn(run, configuration));
    }

    private Draft fresh(
            Run run, Configuration configuration, Effective effective, EarlierTries earlier, boolean mayTakeOver) {
        List<Artifact> inputs = workspaces.startOf(
                run.projectId(),
                run.id(),
                configuration.stage().id(),
                configuration.pipeline().flow());
        return new Draft(
                configuration,
                effective,
                inputs,
                earlier,
                choices.of(run, configuration, new Choices.Start(effective, inputs, mayTakeOver)));
    }
}
