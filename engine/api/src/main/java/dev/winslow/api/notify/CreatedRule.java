package dev.winslow.api.notify;

import java.util.Optional;

/** A rule that was made just now, with the secret by which a webhook knows what is signed for it. The secret is told here and never again. */
public record CreatedRule(RuleView rule, Optional<String> secret) {}
