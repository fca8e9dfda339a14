package dev.winslow.faults.plan;

import dev.winslow.faults.plan.Target.Role;
import java.time.Duration;
import java.util.Locale;

/** What can befall a target. Two faults of one {@link Part} never befall a target at once; those of several may. */
public enum FaultKind {
    /** Killed without a word; its stages go on. */
    KILL_AGENT(Role.AGENT, Part.PROCESS, 14, 100, 1500),
    /** The whole machine dies: the worker and its stages. */
    KILL_NODE(Role.AGENT, Part.PROCESS, 8, 100, 1500),
    KILL_SERVER(Role.SERVER, Part.PROCESS, 4, 100, 1000),
    KILL_DATABASE(Role.DATABASE, Part.PROCESS, 6, 100, 1500),
    KILL_STORAGE(Role.STORAGE, Part.PROCESS, 6, 100, 2000),
    PAUSE_AGENT(Role.AGENT, Part.PROCESS, 9, 200, 1500),
    PAUSE_AGENT_BEYOND_LEASE(Role.AGENT, Part.PROCESS, 6, 3600, 5000),
    PAUSE_SERVER(Role.SERVER, Part.PROCESS, 6, 200, 1500),
    PAUSE_SERVER_BEYOND_LEASE(Role.SERVER, Part.PROCESS, 3, 3600, 5000),
    PAUSE_DATABASE(Role.DATABASE, Part.PROCESS, 4, 200, 2000),
    PAUSE_STORAGE(Role.STORAGE, Part.PROCESS, 4, 200, 3000),
    /** It works only a tenth of the time, so that all that reads and writes goes slowly. */
    SLOW_STORAGE(Role.STORAGE, Part.PROCESS, 3, 1000, 3000),
    CUT(Role.AGENT, Part.NETWORK, 8, 300, 5000),
    /** What the node sends is lost; what others send arrives. */
    CUT_FROM_NODE(Role.AGENT, Part.NETWORK, 6, 300, 5000),
    /** What is sent to the node is lost; what it sends arrives. */
    CUT_TO_NODE(Role.AGENT, Part.NETWORK, 6, 300, 5000),
    FULL_NODE_DISK(Role.AGENT, Part.DISK, 6, 500, 3000),
    FULL_STORAGE_DISK(Role.STORAGE, Part.DISK, 3, 500, 3000),
    /** Hundreds of times slower than before. */
    SLOW_NODE_DISK(Role.AGENT, Part.DISK, 6, 1000, 4000),
    /** It goes ahead, and back again; see {@link Fault#jump}. */
    NODE_CLOCK_AHEAD(Role.AGENT, Part.CLOCK, 3, 500, 4000),
    NODE_CLOCK_BACK(Role.AGENT, Part.CLOCK, 3, 500, 4000),
    SERVER_CLOCK_AHEAD(Role.SERVER, Part.CLOCK, 3, 500, 4000),
    SERVER_CLOCK_BACK(Role.SERVER, Part.CLOCK, 3, 500, 4000);

    /** The part of a target that a fault takes. */
    public enum Part {
        PROCESS,
        NETWORK,
        DISK,
        CLOCK
    }

    private final Role role;
    private final Part part;
    private final int weight;
    private final Duration shortest;
    private final Duration longest;

    /** @param weight how often it is drawn beside the others */
    FaultKind(Role role, Part part, int weight, long shortestMillis, long longestMillis) {
        this.role = role;
        this.part = part;
        this.weight = weight;
        this.shortest = Duration.ofMillis(shortestMillis);
        this.longest = Duration.ofMillis(longestMillis);
    }

    Role role() {
        return role;
    }

    public Part part() {
        return part;
    }

    int weight() {
        return weight;
    }

    Duration shortest() {
        return shortest;
    }

    Duration longest() {
        return longest;
    }

    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
