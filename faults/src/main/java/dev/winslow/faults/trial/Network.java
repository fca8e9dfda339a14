package dev.winslow.faults.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nodes in network namespaces of their own, on a bridge that ends at this machine, so that packets can be lost on one way or both. Needs root;
 * without it all share this machine's own network, which cannot be cut.
 */
public final class Network {
    private static final String TABLE = "cut";

    private final String bridge;
    private final String prefix;
    private final List<String> outers = new ArrayList<>();
    private final List<String> spaces = new ArrayList<>();

    private Network(String bridge, String prefix) {
        this.bridge = bridge;
        this.prefix = prefix;
    }

    /** Whether this machine lets us have namespaces and rules in them. */
    public static boolean isPossible() throws IOException, InterruptedException {
        String probe = "wf-probe-" + ProcessHandle.current().pid();
        boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        if (!root || !Shell.tries("ip", "netns", "add", probe)) {
            return false;
        }
        try {
            return Shell.tries("ip", "netns", "exec", probe, "nft", "add", "table", "inet", TABLE);
        } finally {
            Shell.tries("ip", "netns", "del", probe);
        }
    }

    static Network shared() {
        return new Network("", "");
    }

    /** The bridge of the first number that nobody has. */
    static Network make() throws IOException, InterruptedException {
        for (int number = 1; number < 250; number++) {
            Network network = new Network("wf" + number, "10.213." + number + ".");
            if (Shell.tries("ip", "link", "add", network.bridge, "type", "bridge")) {
                Shell.run("ip", "addr", "add", network.host() + "/24", "dev", network.bridge);
                Shell.run("ip", "link", "set", network.bridge, "up");
                return network;
            }
        }
        throw new IOException("All bridges wf1 to wf249 exist: that many trials cannot run at once");
    }

    /** Of the bridge; what namespaces and links are called begins with it. Empty where all share this machine's network. */
    String name() {
        return bridge;
    }

    public boolean isOwn() {
        return !bridge.isEmpty();
    }

    /** The address of this machine as nodes reach it. */
    String host() {
        return isOwn() ? prefix + 1 : "127.0.0.1";
    }

    /** Makes a namespace; answers what its programs' command lines begin with. */
    List<String> join(String node, int number) throws IOException, InterruptedException {
        if (!isOwn()) {
            return List.of();
        }
        String space = space(node);
        String outer = bridge + "o" + number;
        String inner = bridge + "i" + number;
        Shell.run("ip", "netns", "add", space);
        spaces.add(space);
        Shell.run("ip", "link", "add", outer, "type", "veth", "peer", "name", inner);
        outers.add(outer);
        Shell.run("ip", "link", "set", outer, "master", bridge, "up");
        Shell.run("ip", "link", "set", inner, "netns", space);
        inside(node, "ip", "addr", "add", prefix + (10 + number) + "/24", "dev", inner);
        inside(node, "ip", "link", "set", inner, "up");
        inside(node, "ip", "link", "set", "lo", "up");
        inside(node, "nft", "add", "table", "inet", TABLE);
        inside(node, "nft", "add chain inet cut input { type filter hook input priority 0; }");
        inside(node, "nft", "add chain inet cut output { type filter hook output priority 0; }");
        return List.of("ip", "netns", "exec", space);
    }

    /** Packets on the way are lost without a word, until it is {@link #heal healed}. */
    void cut(String node, Way... ways) throws IOException, InterruptedException {
        for (Way way : ways) {
            inside(node, "nft", "add", "rule", "inet", TABLE, way.chain, "drop");
        }
    }

    void heal(String node) throws IOException, InterruptedException {
        inside(node, "nft", "flush", "table", "inet", TABLE);
    }

    /** As the node sees it. */
    enum Way {
        IN("input"),
        OUT("output");

        private final String chain;

        Way(String chain) {
            this.chain = chain;
        }
    }

    private String space(String node) {
        return bridge + "-" + node;
    }

    private void inside(String node, String... command) throws IOException, InterruptedException {
        Shell.run(Stream.concat(Stream.of("ip", "netns", "exec", space(node)), Stream.of(command))
                .toArray(String[]::new));
    }

    void end() throws InterruptedException {
        for (String outer : outers) {
            Shell.tries("ip", "link", "del", outer);
        }
        for (String space : spaces) {
            Shell.tries("ip", "netns", "del", space);
        }
        if (isOwn()) {
            Shell.tries("ip", "link", "del", bridge);
        }
    }
}
