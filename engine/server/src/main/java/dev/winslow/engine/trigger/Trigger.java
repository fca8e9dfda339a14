package dev.winslow.engine.trigger;

import dev.winslow.api.trigger.TriggerSource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A trigger as it is stored.
 *
 * @param enabledAt since when: films that were in the folder before do not fire it
 * @param nextAt where it fires at times
 */
record Trigger(
        UUID id,
        String name,
        TriggerSource source,
        Map<String, String> variables,
        boolean enabled,
        Instant enabledAt,
        Optional<Instant> nextAt,
        String createdBy,
        Instant createdAt) {

    /** The project whose runs it starts; a folder's trigger makes one each time. */
    Optional<UUID> projectId() {
        return projectId(source);
    }

    static Optional<UUID> projectId(TriggerSource source) {
        return switch (source) {
            case TriggerSource.Call call -> Optional.of(call.projectId());
            case TriggerSource.Once once -> Optional.of(once.projectId());
            case TriggerSource.Cron cron -> Optional.of(cron.projectId());
            case TriggerSource.Folder folder -> Optional.empty();
        };
    }

    /** The folder that it watches, if it does. */
    Optional<TriggerSource.Folder> folder() {
        return source instanceof TriggerSource.Folder folder ? Optional.of(folder) : Optional.empty();
    }

    static String kind(TriggerSource source) {
        return switch (source) {
            case TriggerSource.Call call -> "call";
            case TriggerSource.Once once -> "once";
            case TriggerSource.Cron cron -> "cron";
            case TriggerSource.Folder folder -> "folder";
        };
    }
}
