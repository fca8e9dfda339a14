package dev.winslow.engine.stage;

import dev.winslow.api.stage.Reuse;
import java.util.Map;

/**
 * By what an attempt can be compared with others, and what came of comparing it.
 *
 * @param fingerprint of its recipe
 * @param secrets as in its recipe
 */
record Sameness(String fingerprint, Map<String, String> secrets, Reuse reuse) {
    Sameness {
        secrets = Map.copyOf(secrets);
    }
}
