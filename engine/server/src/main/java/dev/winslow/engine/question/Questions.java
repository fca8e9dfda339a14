package dev.winslow.engine.question;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.task.TaskField;
import dev.winslow.api.worker.Answered;
import dev.winslow.engine.database.Columns;
import dev.winslow.engine.history.Events;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The questions that are open, and what was answered. A question is closed once: by an answer, or because its stage is left. */
@Repository
public class Questions {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Events events;

    Questions(JdbcClient jdbc, JsonMapper json, InstantSource clock, Events events) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** Asked twice it is asked once; false the second time. */
    public boolean ask(Question question) {
        boolean known = jdbc.sql("select id from question where id = :id")
                .param("id", question.id())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!known) {
            insert(question);
        }
        return !known;
    }

    private void insert(Question question) {
        jdbc.sql("""
                insert into question (id, run_id, step_id, job_id, attempt_id, asked_as, name, fields, blocks, asked_at)
                values (:id, :runId, :stepId, :jobId, :attemptId, :askedAs, :name, :fields, :blocks, :askedAt)
                """)
                .param("id", question.id())
                .param("runId", question.runId())
                .param("stepId", question.stage().stepId())
                .param("jobId", question.stage().jobId())
                .param(
                        "attemptId",
                        question.asked().map(Question.Asked::attemptId).orElse(null))
                .param("askedAs", question.asked().map(Question.Asked::id).orElse(""))
                .param("name", question.name())
                .param("fields", json.writeValueAsString(question.fields()))
                .param("blocks", question.blocks())
                .param("askedAt", time(question.askedAt()))
                .update();
        events.ofRun(
                question.runId(),
                EventKind.TASK_OPENED,
                Map.of(
                        "task",
                        question.id().toString(),
                        "step",
                        question.stage().stepId(),
                        "name",
                        question.name()));
    }

    /** Oldest first. */
    public List<Question> open() {
        return jdbc.sql("select * from question where closed_at is null order by asked_at, id")
                .query(this::read)
                .list();
    }

    public Optional<Question> findOpen(UUID id) {
        return jdbc.sql("select * from question where id = :id and closed_at is null")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Of a run, the jobs whose stages wait, with the question; of several the oldest. */
    public Map<String, UUID> openOf(UUID runId) {
        return jdbc
                .sql("select * from question where run_id = :runId and closed_at is null order by asked_at, id")
                .param("runId", runId)
                .query(this::read)
                .list()
                .stream()
                .collect(Collectors.toMap(question -> question.stage().jobId(), Question::id, (one, other) -> one));
    }

    /** Jobs that are to be given to no node yet. */
    public Set<String> blocked() {
        return Set.copyOf(jdbc.sql("select distinct job_id from question where closed_at is null and blocks")
                .query(String.class)
                .list());
    }

    /** Runs of which a question is open. */
    public Set<UUID> runs(Collection<UUID> among) {
        return among.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql("select distinct run_id from question where closed_at is null and run_id in (:runs)")
                                .param("runs", among)
                                .query(UUID.class)
                                .list());
    }

    /** An answer as it lies in its file. */
    public String text(Map<String, String> values) {
        return json.writeValueAsString(values);
    }

    /**
     * False where it is closed already.
     *
     * @param file in which the answer lies, where a stage asked
     */
    public boolean answer(UUID id, String who, Map<String, String> values, Optional<UUID> file) {
        return jdbc.sql("""
                        update question set closed_at = :now, closed_by = :who, answer = :answer, answer_file = :file
                        where id = :id and closed_at is null
                        """)
                        .param("now", time(clock.instant()))
                        .param("who", who)
                        .param("answer", text(values))
                        .param("file", file.orElse(null))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What was answered to these attempts. */
    public List<Answered> answered(Collection<UUID> attempts) {
        if (attempts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select attempt_id, asked_as, answer from question where attempt_id in (:ids) and answer is not null")
                .param("ids", attempts)
                .query((row, n) -> new Answered(
                        Columns.uuid(row, "attempt_id"),
                        row.getString("asked_as"),
                        json.readValue(row.getString("answer"), VALUES)))
                .list();
    }

    /** Until all that this attempt asked is answered, its stage is given to no node. */
    public void hold(UUID attempt) {
        jdbc.sql("update question set blocks = true where attempt_id = :attempt and closed_at is null")
                .param("attempt", attempt)
                .update();
    }

    /** The files in which the answers to this attempt lie. */
    public List<UUID> answerFiles(UUID attempt) {
        return jdbc.sql("select answer_file from question where attempt_id = :attempt and answer_file is not null")
                .param("attempt", attempt)
                .query((row, n) -> Columns.uuid(row, "answer_file"))
                .list();
    }

    /** Whether this attempt asked anything. */
    public boolean asked(UUID attempt) {
        return !asked(List.of(attempt)).isEmpty();
    }

    /** Those of these attempts that asked anything. */
    public Set<UUID> asked(Collection<UUID> attempts) {
        return jdbc.sql("select distinct attempt_id from question where attempt_id = any(:attempts)")
                .param("attempts", Columns.ids(attempts))
                .query((row, n) -> Columns.uuid(row, "attempt_id"))
                .set();
    }

    /** How many questions of this job were closed so far. */
    public long countClosed(String jobId) {
        return jdbc.sql("select count(*) from question where job_id = :jobId and closed_at is not null")
                .param("jobId", jobId)
                .query(Long.class)
                .single();
    }

    /** Nobody waits for an answer any more. */
    public void withdraw(Collection<String> jobIds) {
        jdbc.sql("update question set closed_at = :now where job_id = any(:jobs) and closed_at is null")
                .param("now", time(clock.instant()))
                .param("jobs", Columns.texts(jobIds))
                .update();
    }

    public void withdrawAll(UUID runId) {
        jdbc.sql("update question set closed_at = :now where run_id = :runId and closed_at is null")
                .param("now", time(clock.instant()))
                .param("runId", runId)
                .update();
    }

    private Question read(ResultSet row, int number) throws SQLException {
        String askedAs = row.getString("asked_as");
        return new Question(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "run_id"),
                new Question.Stage(row.getString("step_id"), row.getString("job_id")),
                Columns.optionalUuid(row, "attempt_id").map(attempt -> new Question.Asked(attempt, askedAs)),
                row.getString("name"),
                List.of(json.readValue(row.getString("fields"), TaskField[].class)),
                Columns.instant(row, "asked_at"));
    }
}
