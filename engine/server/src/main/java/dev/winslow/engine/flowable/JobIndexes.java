package dev.winslow.engine.flowable;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Indexes that the engine's own schema lacks and that its external-worker tables need at any size. */
final class JobIndexes {
    private static final List<String> INDEXES = List.of(
            "create index if not exists WINSLOW_EXTERNAL_JOB_CREATED on ACT_RU_EXTERNAL_JOB (LOCK_OWNER_, CREATE_TIME_)",
            "create index if not exists WINSLOW_EXTERNAL_JOB_HANDLER on ACT_RU_EXTERNAL_JOB (HANDLER_CFG_, ID_)",
            "create index if not exists WINSLOW_EXTERNAL_JOB_EXPIRY on ACT_RU_EXTERNAL_JOB (LOCK_EXP_TIME_)",
            "create index if not exists WINSLOW_EXTERNAL_JOB_INSTANCE on ACT_RU_EXTERNAL_JOB (PROCESS_INSTANCE_ID_)",
            "create index if not exists WINSLOW_EXTERNAL_JOB_EXECUTION on ACT_RU_EXTERNAL_JOB (EXECUTION_ID_)");

    private JobIndexes() {}

    static void create(JdbcClient jdbc) {
        INDEXES.forEach(index -> jdbc.sql(index).update());
    }
}
