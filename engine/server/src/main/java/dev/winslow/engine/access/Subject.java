package dev.winslow.engine.access;

/** What belongs to a project, and how the project is found. */
public enum Subject {
    PROJECT("project", "select id as project_id from project where id = :id"),
    RUN("run", "select project_id from run where id = :id"),
    ATTEMPT("attempt", "select r.project_id from attempt t join run r on r.id = t.run_id where t.id = :id"),
    STUDY("study", "select project_id from study where id = :id"),
    /** Those that make projects have none. */
    TRIGGER("trigger", "select project_id from run_trigger where id = :id"),
    /** Those of the pool have none. */
    FILE(
            "file",
            "select coalesce(a.project_id, r.project_id) as project_id from artifact a left join run r on r.id = a.run_id where a.id = :id"),
    /** An open task, which the process engine or a stage has: it is found by its run. */
    TASK("task", "");

    private final String word;
    private final String query;

    Subject(String word, String query) {
        this.word = word;
        this.query = query;
    }

    String word() {
        return word;
    }

    String query() {
        return query;
    }
}
