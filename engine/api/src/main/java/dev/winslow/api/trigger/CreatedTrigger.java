package dev.winslow.api.trigger;

import java.util.Optional;

/** A trigger that was made just now, with the token of one that is called. The token is told here and never again. */
public record CreatedTrigger(TriggerView trigger, Optional<String> token) {}
