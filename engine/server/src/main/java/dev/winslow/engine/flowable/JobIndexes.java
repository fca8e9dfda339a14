package dev.winslow.engine.flowable;

import java.time.Duration;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Indexes for the questions that Winslow asks Flowable's job tables; Flowable creates none for them. */
class JobIndexes {
    private static final List<String> STATEMENTS = List.of(
            "create index if not exists WINSLOW_JOB_QUEUE on ACT_RU_EXTERNAL_JOB (CREATE_TIME_, ID_)",
            "create index if not exists WINSLOW_JOB_TOPIC on ACT_RU_EXTERNAL_JOB (HANDLER_CFG_, ID_)",
            "create index if not exists WINSLOW_JOB_EXPIRY on ACT_RU_EXTERNAL_JOB (LOCK_EXP_TIME_)",
            "create index if not exists WINSLOW_JOB_OWNER on ACT_RU_EXTERNAL_JOB (LOCK_OWNER_)",
            "create index if not exists WINSLOW_JOB_RUN on ACT_RU_EXTERNAL_JOB (PROCESS_INSTANCE_ID_)",
            "create index if not exists WINSLOW_JOB_EXECUTION on ACT_RU_EXTERNAL_JOB (EXECUTION_ID_)");

    private final JdbcClient jdbc;
    private final ManagementService management;

    JobIndexes(JdbcClient jdbc, ManagementService management) {
        this.jdbc = jdbc;
        this.management = management;
    }

    /** Under Flowable's lock: two servers that create the same index at once would fail on PostgreSQL. */
    void create() {
        management.getLockManager("winslow-job-indexes").waitForLockRunAndRelease(Duration.ofMinutes(5), () -> {
            STATEMENTS.forEach(statement -> jdbc.sql(statement).update());
            return true;
        });
    }
}
