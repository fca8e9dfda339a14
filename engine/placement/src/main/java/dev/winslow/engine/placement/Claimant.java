package dev.winslow.engine.placement;

import java.util.UUID;

/**
 * For whom a stage runs.
 *
 * @param owner of the project; empty where nobody is known, and the project stands for itself
 */
public record Claimant(UUID projectId, String owner) {
    String user() {
        return owner.isEmpty() ? projectId.toString() : owner;
    }
}
