package dev.winslow.engine.system;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.system.SystemCheck;
import dev.winslow.api.system.SystemCheck.Health;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.settings.WinslowSettings;
import dev.winslow.minio.ArtifactStore;
import dev.winslow.minio.StorageRefused;
import dev.winslow.minio.StorageUnavailable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Looks at each part of the system when somebody asks. */
@Service
public class SystemHealth {
    private static final Logger log = LoggerFactory.getLogger(SystemHealth.class);
    private static final double SCARCE = 0.1;
    private static final double NEARLY_NONE = 0.02;
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final int MIB = 20;

    private final JdbcTemplate jdbc;
    private final ArtifactStore store;
    private final NodeService nodes;
    private final WinslowSettings settings;

    SystemHealth(JdbcTemplate jdbc, ArtifactStore store, NodeService nodes, WinslowSettings settings) {
        this.jdbc = jdbc;
        this.store = store;
        this.nodes = nodes;
        this.settings = settings;
    }

    public List<SystemCheck> look() {
        SystemCheck database = database();
        return database.health() == Health.BAD
                ? List.of(database, storage(), disk(), server())
                : List.of(database, storage(), machines(), disk(), server());
    }

    private SystemCheck database() {
        try {
            long begun = System.nanoTime();
            jdbc.queryForObject("select count(*) from project", Long.class);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            String product = jdbc.execute((ConnectionCallback<String>)
                    connection -> connection.getMetaData().getDatabaseProductName() + " "
                            + connection.getMetaData().getDatabaseProductVersion());
            return check("Database", took.compareTo(SLOW) < 0, product + " answers in " + took.toMillis() + " ms.");
        } catch (DataAccessException e) {
            log.warn("The database does not answer", e);
            return new SystemCheck("Database", Health.BAD, "It does not answer: look at it, and at the server's log.");
        }
    }

    private SystemCheck storage() {
        try {
            long begun = System.nanoTime();
            int buckets = store.buckets("winslow-").size();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return check(
                    "Storage",
                    took.compareTo(SLOW) < 0,
                    settings.storage().server().map(Object::toString).orElse("The folder of this server")
                            + " answers in " + took.toMillis() + " ms, with " + buckets + " buckets.");
        } catch (StorageUnavailable | StorageRefused e) {
            log.warn("The storage does not answer as it should", e);
            return new SystemCheck(
                    "Storage", Health.BAD, "It does not answer as it should: look at it, and at the server's log.");
        }
    }

    private SystemCheck machines() {
        List<NodeView> all = nodes.list();
        long online =
                all.stream().filter(node -> node.state() != NodeState.OFFLINE).count();
        String words = online + " of " + all.size() + " nodes are online.";
        if (all.isEmpty()) {
            return new SystemCheck(
                    "Nodes", Health.WORRYING, "No node has joined: start a worker, so that stages can run.");
        }
        return online == 0
                ? new SystemCheck("Nodes", Health.BAD, words + " No stage can run: start their workers.")
                : check("Nodes", online == all.size(), words);
    }

    private SystemCheck disk() {
        try {
            FileStore disk = Files.getFileStore(settings.data());
            double free = (double) disk.getUsableSpace() / disk.getTotalSpace();
            String words = String.format(
                    Locale.ENGLISH,
                    "%.1f of %.1f GB are free where %s lies.",
                    disk.getUsableSpace() / 1e9,
                    disk.getTotalSpace() / 1e9,
                    settings.data());
            return free < NEARLY_NONE
                    ? new SystemCheck("Disk", Health.BAD, words + " Make room.")
                    : check("Disk", free > SCARCE, words);
        } catch (IOException e) {
            return new SystemCheck("Disk", Health.BAD, "The folder " + settings.data() + " cannot be read: " + e);
        }
    }

    private static SystemCheck server() {
        Runtime runtime = Runtime.getRuntime();
        Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return new SystemCheck(
                "This server",
                Health.GOOD,
                "Java %s, up for %d h %d min, %d of %d MiB of memory in use."
                        .formatted(
                                Runtime.version().feature(),
                                up.toHours(),
                                up.toMinutesPart(),
                                (runtime.totalMemory() - runtime.freeMemory()) >> MIB,
                                runtime.maxMemory() >> MIB));
    }

    private static SystemCheck check(String part, boolean good, String words) {
        return new SystemCheck(part, good ? Health.GOOD : Health.WORRYING, words);
    }
}
