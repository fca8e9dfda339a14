package dev.winslow.engine.stage;

import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.result.StageResults;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.stage.Configurations.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Draws up what an attempt at a queued stage would be, as all stands now. */
@Component
class Drafts {
    private final Workspaces workspaces;
    private final Choices choices;
    private final AttemptRepository attempts;
    private final Questions questions;
    private final StageResults results;

    Drafts(
            Workspaces workspaces,
            Choices choices,
            AttemptRepository attempts,
            Questions questions,
            StageResults results) {
        this.workspaces = workspaces;
        this.choices = choices;
        this.attempts = attempts;
        this.questions = questions;
        this.results = results;
    }

    /** Of stages of different runs, in their order; what all of them need is read together. */
    Map<Opening, Draft> of(Map<Opening, Configuration> openings) {
        Map<UUID, EarlierTries> tries = attempts.earlierTries(openings.keySet());
        Map<Opening, Draft> drafts = new LinkedHashMap<>();
        Map<Opening, Beginning> fresh = new LinkedHashMap<>();
        openings.forEach((opening, configuration) -> {
            EarlierTries earlier = tries.getOrDefault(opening.run().id(), EarlierTries.NONE);
            Beginning beginning = new Beginning(
                    opening.run(),
                    configuration,
                    EffectiveConfiguration.resolve(configuration.stage(), configuration.levels()),
                    earlier);
            earlier.released(opening.jobId())
                    .ifPresentOrElse(
                            released -> drafts.put(opening, continued(beginning, released)),
                            () -> fresh.put(opening, beginning));
        });
        drafts.putAll(fresh(fresh));
        return drafts;
    }

    private record Beginning(Run run, Configuration configuration, Effective effective, EarlierTries earlier) {
        Workspaces.Start start() {
            return new Workspaces.Start(
                    run.projectId(),
                    run.id(),
                    configuration.stage().id(),
                    configuration.pipeline().flow());
        }

        StageResult.Stage stage() {
            return new StageResult.Stage(
                    run.projectId(), run.pipeline().key(), configuration.stage().id());
        }
    }

    private Draft continued(Beginning beginning, UUID released) {
        Configuration configuration = beginning.configuration();
        Run run = beginning.run();
        return new Draft(
                configuration,
                beginning.effective(),
                workspaces.continued(
                        run.projectId(),
                        new Workspaces.Origin(run.id(), configuration.stage().id(), released),
                        configuration.pipeline().flow(),
                        questions.answerFiles(released)),
                beginning.earlier(),
                Choices.goesOn(run, configuration));
    }

    private Map<Opening, Draft> fresh(Map<Opening, Beginning> beginnings) {
        Map<UUID, List<Artifact>> starts = workspaces.startsOf(
                beginnings.values().stream().map(Beginning::start).toList());
        Set<StageResult.Stage> succeeded =
                results.known(beginnings.values().stream().map(Beginning::stage).toList());
        Map<Opening, Draft> drafts = new LinkedHashMap<>();
        beginnings.forEach((opening, beginning) -> {
            List<Artifact> inputs = starts.getOrDefault(beginning.run().id(), List.of());
            drafts.put(
                    opening,
                    new Draft(
                            beginning.configuration(),
                            beginning.effective(),
                            inputs,
                            beginning.earlier(),
                            choices.of(
                                    beginning.run(),
                                    beginning.configuration(),
                                    new Choices.Start(
                                            beginning.effective(),
                                            inputs,
                                            succeeded.contains(beginning.stage()),
                                            opening.mayTakeOver()))));
        });
        return drafts;
    }
}
