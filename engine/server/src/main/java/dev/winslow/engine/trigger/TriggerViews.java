package dev.winslow.engine.trigger;

import dev.winslow.api.trigger.FiringOutcome;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Triggers with what came of them. */
@Component
class TriggerViews {
    private static final int NEXT_TIMES = 3;

    private final FiringRepository firings;

    TriggerViews(FiringRepository firings) {
        this.firings = firings;
    }

    List<TriggerView> of(List<Trigger> triggers) {
        Map<UUID, List<FiringView>> newest = firings
                .newest(triggers.stream().map(Trigger::id).toList())
                .stream()
                .collect(Collectors.groupingBy(FiringView::triggerId));
        return triggers.stream()
                .map(trigger -> view(trigger, newest.getOrDefault(trigger.id(), List.of())))
                .toList();
    }

    /** Newest first. */
    List<FiringView> firings(UUID trigger) {
        return firings.of(trigger);
    }

    static List<Instant> times(TriggerSource source, Optional<Instant> first) {
        return first.map(next -> Schedule.from(source, next))
                .orElse(Stream.empty())
                .limit(NEXT_TIMES)
                .toList();
    }

    private static TriggerView view(Trigger trigger, List<FiringView> newest) {
        return new TriggerView(
                trigger.id(),
                trigger.name(),
                trigger.source(),
                trigger.variables().keySet().stream().sorted().toList(),
                trigger.enabled(),
                times(trigger.source(), trigger.nextAt().filter(next -> trigger.enabled())),
                first(newest, false),
                first(newest, true),
                trigger.createdBy(),
                trigger.createdAt());
    }

    private static Optional<FiringView> first(List<FiringView> newest, boolean missed) {
        return newest.stream()
                .filter(firing -> (firing.outcome() == FiringOutcome.MISSED) == missed)
                .findFirst();
    }
}
