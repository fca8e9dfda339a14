package dev.winslow.engine.node;

import dev.winslow.engine.database.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which files lie in the caches of nodes, by their SHA-256, as the nodes told last. A hint: a cache may have dropped one since. */
@Component
public class NodeFiles {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final NodeRepository nodes;

    NodeFiles(JdbcClient jdbc, NodeRepository nodes) {
        this.jdbc = jdbc;
        this.nodes = nodes;
    }

    /** What the node has now, instead of what it told before. */
    @Transactional
    public void tell(UUID nodeId, Collection<String> digests) {
        if (nodes.lock(nodeId).isEmpty()) {
            return;
        }
        Set<String> gone = new HashSet<>(jdbc.sql("select sha256 from node_file where node_id = :node")
                .param("node", nodeId)
                .query(String.class)
                .list());
        Set<String> fresh = new HashSet<>(digests);
        fresh.removeIf(digest -> gone.remove(digest) || !digest.matches("[0-9a-f]{64}"));
        gone.stream()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(some -> jdbc.sql("delete from node_file where node_id = :node and sha256 in (:some)")
                        .param("node", nodeId)
                        .param("some", some)
                        .update());
        fresh.forEach(digest -> jdbc.sql("insert into node_file (node_id, sha256) values (:node, :digest)")
                .param("node", nodeId)
                .param("digest", digest)
                .update());
    }

    /** Where each of these files lies. */
    public Map<String, List<UUID>> holding(Collection<String> digests) {
        Map<String, List<UUID>> holding = new HashMap<>();
        digests.stream()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(some -> jdbc.sql("select node_id, sha256 from node_file where sha256 in (:some)")
                        .param("some", some)
                        .query(row -> {
                            holding.computeIfAbsent(row.getString("sha256"), digest -> new ArrayList<>())
                                    .add(Columns.uuid(row, "node_id"));
                        }));
        return holding;
    }
}
