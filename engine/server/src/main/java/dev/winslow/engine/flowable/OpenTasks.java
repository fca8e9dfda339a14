package dev.winslow.engine.flowable;

/** The open steps of people as a query of ours sees them, where one query has to count what is in the engine's tables and in ours. */
public final class OpenTasks {
    /** The columns id, run_id and assignee; nobody has the task where there is no assignee. */
    public static final String QUERY = """
            select cast(ID_ as uuid) as id, cast(PROC_INST_ID_ as uuid) as run_id, ASSIGNEE_ as assignee
            from ACT_RU_TASK where PROC_INST_ID_ is not null""";

    private OpenTasks() {}
}
