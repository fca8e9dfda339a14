package dev.winslow.api.worker;

import dev.winslow.api.stage.Capabilities;

/** A machine asks to become a node. A name that is known already takes up its old place. */
public record JoinRequest(String name, String agentVersion, int protocolVersion, Capabilities capabilities) {
    /** The version of the calls between server and workers that this one describes. */
    public static final int PROTOCOL = 3;

    /** A server takes workers that speak this one, too, so that it can be replaced before they are. */
    public static final int OLDEST_PROTOCOL = 1;
}
