package dev.winslow.ui.trigger;

import dev.winslow.api.trigger.ChangeTrigger;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.engine.trigger.TriggerService;
import dev.winslow.ui.security.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that triggers ask of the server. */
@Component
public class TriggerDesk {
    private final TriggerService triggers;
    private final PipelineService pipelines;

    TriggerDesk(TriggerService triggers, PipelineService pipelines) {
        this.triggers = triggers;
        this.pipelines = pipelines;
    }

    List<TriggerView> of(UUID project) {
        return triggers.list(Optional.of(project), Person.viewer());
    }

    /** Those that make projects of films. */
    List<TriggerView> ofFolders() {
        return triggers.list(Optional.empty(), Person.viewer()).stream()
                .filter(trigger -> trigger.source() instanceof TriggerSource.Folder)
                .toList();
    }

    List<FiringView> firings(UUID trigger) {
        return triggers.firings(trigger);
    }

    List<Instant> upcoming(TriggerSource source) {
        return triggers.upcoming(source);
    }

    /** Those that new runs can be of. */
    List<PipelineVersion> pipelines() {
        return pipelines.list().stream().filter(version -> !version.retired()).toList();
    }

    CreatedTrigger create(CreateTrigger trigger) {
        return triggers.create(trigger, Person.viewer());
    }

    /** Whether to offer the person this at all, where they may change the project. */
    boolean mayChange(TriggerView trigger) {
        return triggers.mayChange(trigger, Person.viewer());
    }

    TriggerView change(UUID id, ChangeTrigger change) {
        return triggers.change(id, change, Person.viewer());
    }

    void enable(UUID id) {
        triggers.enable(id);
    }

    void disable(UUID id) {
        triggers.disable(id);
    }

    void remove(UUID id) {
        triggers.remove(id);
    }

    void restore(UUID id) {
        triggers.restore(id);
    }
}
