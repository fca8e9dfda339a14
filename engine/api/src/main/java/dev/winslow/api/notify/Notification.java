package dev.winslow.api.notify;

import dev.winslow.api.history.EventView;
import java.time.Instant;
import java.util.Optional;

/**
 * What a webhook gets.
 *
 * @param type the event's kind
 * @param timestamp when it happened
 * @param project the project's name; absent where the project is gone, or the event concerns all
 * @param data the event; one that comes again has the same id
 */
public record Notification(String type, Instant timestamp, Optional<String> project, EventView data) {}
