package dev.winslow.engine.trigger;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.trigger.FiringOutcome;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.StartByToken;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.trigger.Firings.Cause;
import dev.winslow.engine.variable.VariableName;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Fires triggers that are called with their token. */
@Component
class CalledTriggers {
    private final TriggerRepository triggers;
    private final Firings firings;
    private final RunService runs;
    private final InstantSource clock;

    CalledTriggers(TriggerRepository triggers, Firings firings, RunService runs, InstantSource clock) {
        this.triggers = triggers;
        this.firings = firings;
        this.runs = runs;
        this.clock = clock;
    }

    FiringView call(UUID triggerId, UUID projectId, StartByToken request) {
        Trigger trigger = triggers.find(triggerId)
                .filter(found -> found.projectId().equals(Optional.of(projectId)))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.FORBIDDEN,
                        "This token does not start runs of the project " + projectId + ".",
                        "Call the project whose trigger the token was made for."));
        VariableName.requireAll(request.variables().keySet());
        Cause cause = new Cause(triggerId, clock.instant(), Optional.empty(), locked -> true);
        FiringView firing = firings.fire(
                        cause, locked -> runs.start(projectId, StartRun.with(variables(locked, request))))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT,
                        "The trigger \"" + trigger.name() + "\" is disabled.",
                        "Have it enabled by somebody who works on the project."));
        if (firing.outcome() != FiringOutcome.STARTED) {
            throw new ProblemException(
                    ProblemType.CONFLICT, firing.sentence(), "Call again when that has changed; nothing was started.");
        }
        return firing;
    }

    private static Map<String, String> variables(Trigger trigger, StartByToken request) {
        Map<String, String> variables = new HashMap<>(trigger.variables());
        variables.putAll(request.variables());
        return variables;
    }
}
