package dev.winslow.engine.flowable;

import java.time.Duration;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Indexes for the questions that Winslow asks Flowable's job tables; Flowable creates none for them. */
class JobIndexes {
    private static final List<String> STATEMENTS = List.of(
            "create index if not exists WINSLOW_JOB_RUN on ACT_RU_EXTERNAL_JOB (PROCESS_INSTANCE_ID_)",
            "create index if not exists WINSLOW_JOB_EXECUTION on ACT_RU_EXTERNAL_JOB (EXECUTION_ID_)",
            "drop index if exists WINSLOW_JOB_TOPIC",
            "drop index if exists WINSLOW_JOB_EXPIRY",
            "drop index if exists WINSLOW_JOB_OWNER");

    /** H2 sorts by an index only where it has all columns. */
    private static final List<String> OF_H2 =
            List.of("create index if not exists WINSLOW_JOB_QUEUE on ACT_RU_EXTERNAL_JOB (CREATE_TIME_, ID_)");

    /** Where the id is in an index behind something else, PostgreSQL takes that to find a job by its id, as long as there are few, and reads all of it. */
    private static final List<String> OF_POSTGRESQL = List.of(
            "create index if not exists WINSLOW_JOB_AGE on ACT_RU_EXTERNAL_JOB (CREATE_TIME_)",
            "drop index if exists WINSLOW_JOB_QUEUE");

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final boolean embedded;

    /** @param embedded whether the database is H2 */
    JobIndexes(JdbcClient jdbc, ManagementService management, boolean embedded) {
        this.jdbc = jdbc;
        this.management = management;
        this.embedded = embedded;
    }

    /** Under Flowable's lock: two servers that create the same index at once would fail on PostgreSQL. */
    void create() {
        management.getLockManager("winslow-job-indexes").waitForLockRunAndRelease(Duration.ofMinutes(5), () -> {
            STATEMENTS.forEach(statement -> jdbc.sql(statement).update());
            (embedded ? OF_H2 : OF_POSTGRESQL)
                    .forEach(statement -> jdbc.sql(statement).update());
            return true;
        });
    }
}
