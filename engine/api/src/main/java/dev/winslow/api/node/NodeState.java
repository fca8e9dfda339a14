package dev.winslow.api.node;

/** Whether a node takes stages. */
public enum NodeState {
    ONLINE,
    DRAINING,
    OFFLINE
}
