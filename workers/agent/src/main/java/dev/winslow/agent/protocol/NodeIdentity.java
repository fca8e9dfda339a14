package dev.winslow.agent.protocol;

import dev.winslow.api.worker.JoinResponse;

/** Who this worker is to the server, kept over restarts. */
public record NodeIdentity(String nodeName, JoinResponse joined) {}
