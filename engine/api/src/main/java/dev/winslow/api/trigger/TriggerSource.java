package dev.winslow.api.trigger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What fires a trigger. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TriggerSource.Call.class, name = "call"),
    @JsonSubTypes.Type(value = TriggerSource.Once.class, name = "once"),
    @JsonSubTypes.Type(value = TriggerSource.Cron.class, name = "cron"),
    @JsonSubTypes.Type(value = TriggerSource.Folder.class, name = "folder")
})
public sealed interface TriggerSource {

    /** A call over HTTP with the trigger's own token, which is good for nothing else. */
    record Call(UUID projectId) implements TriggerSource {}

    /** A time. */
    record Once(UUID projectId, Instant at) implements TriggerSource {}

    /**
     * Times that come again.
     *
     * @param cron minute, hour, day of the month, month, day of the week; or six fields, with seconds before them
     * @param zone such as {@code Europe/Berlin}
     */
    record Cron(UUID projectId, String cron, String zone) implements TriggerSource {}

    /**
     * The arrival of a film in a folder of the pool. Each makes a project of its own.
     *
     * @param files a pattern for the names of the files, such as {@code *.mp4}; where absent, all usual films
     */
    record Folder(String folder, Optional<String> files, ProjectTemplate project) implements TriggerSource {}
}
