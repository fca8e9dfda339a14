package dev.winslow.engine.node;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.node.NodeLoad;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows are inserted and deleted, never changed: a report that comes twice finds its row there. */
@Repository
class LoadRepository {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    LoadRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param loads of one report, by time; not empty
     * @param told when the first of them was by the node's own clock
     */
    void addSeconds(UUID node, List<NodeLoad> loads, Instant told) {
        once(() -> jdbc.sql(
                        "insert into node_seconds (node_id, from_at, to_at, told_from, content) values (:node, :from, :to, :told, :content)")
                .param("told", time(told))
                .param("node", node)
                .param("from", time(loads.getFirst().at()))
                .param("to", time(loads.getLast().at()))
                .param("content", packed(loads))
                .update());
    }

    void addMinute(UUID node, NodeLoad load, Instant told) {
        once(() -> jdbc.sql(
                        "insert into node_minute (node_id, at, told_at, content) values (:node, :at, :told, :content)")
                .param("told", time(told))
                .param("node", node)
                .param("at", time(load.at()))
                .param("content", json.writeValueAsString(load))
                .update());
    }

    List<NodeLoad> seconds(UUID node, Instant from, Instant to) {
        return jdbc
                .sql(
                        "select content from node_seconds where node_id = :node and to_at >= :from and from_at < :to order by from_at")
                .param("node", node)
                .param("from", time(from))
                .param("to", time(to))
                .query((row, number) -> unpacked(row.getBytes("content")))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    List<NodeLoad> minutes(UUID node, Instant from, Instant to) {
        return jdbc.sql(
                        "select content from node_minute where node_id = :node and at >= :from and at < :to order by at")
                .param("node", node)
                .param("from", time(from))
                .param("to", time(to))
                .query((row, number) -> json.readValue(row.getString("content"), NodeLoad.class))
                .list();
    }

    void forget(Instant secondsBefore, Instant minutesBefore) {
        jdbc.sql("delete from node_seconds where to_at < :before")
                .param("before", time(secondsBefore))
                .update();
        jdbc.sql("delete from node_minute where at < :before")
                .param("before", time(minutesBefore))
                .update();
    }

    private static void once(Runnable insert) {
        try {
            insert.run();
        } catch (DuplicateKeyException again) {
            // The node did not hear that its report had arrived, and sent it again.
        }
    }

    private byte[] packed(List<NodeLoad> loads) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(json.writeValueAsBytes(loads));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private List<NodeLoad> unpacked(byte[] content) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return Arrays.asList(json.readValue(zip.readAllBytes(), NodeLoad[].class));
        } catch (IOException damaged) {
            throw new UncheckedIOException("A block of a node's load cannot be read", damaged);
        }
    }
}
