package dev.winslow.engine.notify;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.notify.Receiver;
import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RuleRepository {
    private static final int LONGEST_SENTENCE = 2000;
    private static final String SILENT = "person in (select a.name from account a where a.disabled)";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Rule rule) {
        jdbc.sql("""
                insert into notification_rule
                (id, project_id, person, kinds, receiver, secret, enabled, created_by, created_at, reached)
                values (:id, :projectId, :person, :kinds, :receiver, :secret, :enabled, :createdBy, :createdAt, :reached)
                """)
                .param("id", rule.id())
                .param("projectId", rule.projectId().orElse(null))
                .param("person", rule.person().orElse(null))
                .param("kinds", kinds(rule))
                .param("receiver", receiver(rule))
                .param("secret", rule.secret().orElse(null))
                .param("enabled", rule.enabled())
                .param("createdBy", rule.createdBy())
                .param("createdAt", time(rule.createdAt()))
                .param("reached", rule.standing().reached())
                .update();
    }

    Optional<Rule> find(UUID id) {
        return find(id, "removed_at is null");
    }

    Optional<Rule> findRemoved(UUID id) {
        return find(id, "removed_at is not null");
    }

    private Optional<Rule> find(UUID id, String condition) {
        return jdbc.sql("select * from notification_rule where id = :id and " + condition)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Oldest first. */
    List<Rule> of(Owner owner) {
        return switch (owner) {
            case Owner.OfProject(UUID project) ->
                jdbc.sql("""
                        select * from notification_rule where project_id = :project and person is null and removed_at is null order by created_at, id
                        """).param("project", project).query(this::read).list();
            case Owner.OfPerson(String name) ->
                jdbc.sql("""
                        select * from notification_rule where person = :person and removed_at is null order by created_at, id
                        """).param("person", name).query(this::read).list();
        };
    }

    /** Those of people whose account is disabled tell nothing. */
    List<Rule> enabled() {
        return jdbc.sql(
                        "select * from notification_rule where enabled and removed_at is null and (person is null or not "
                                + SILENT + ")")
                .query(this::read)
                .list();
    }

    /** Begins anew: what failed before is forgotten, and what happened until now is not told. */
    void enable(UUID id, long reached) {
        jdbc.sql("""
                update notification_rule
                set enabled = true, reached = :reached, failures = 0, next_try_at = null, fault = null where id = :id
                """).param("id", id).param("reached", reached).update();
    }

    void disable(UUID id, Optional<String> fault) {
        jdbc.sql("update notification_rule set enabled = false, next_try_at = null, fault = :fault where id = :id")
                .param("id", id)
                .param("fault", fault.map(RuleRepository::shortened).orElse(null))
                .update();
    }

    /** What failed at the old address is forgotten. */
    void change(Rule rule) {
        jdbc.sql("""
                update notification_rule
                set project_id = :projectId, kinds = :kinds, receiver = :receiver, failures = 0, next_try_at = null, fault = null
                where id = :id
                """)
                .param("id", rule.id())
                .param("projectId", rule.projectId().orElse(null))
                .param("kinds", kinds(rule))
                .param("receiver", receiver(rule))
                .update();
    }

    void setSecret(UUID id, String secret) {
        jdbc.sql("update notification_rule set secret = :secret where id = :id")
                .param("id", id)
                .param("secret", secret)
                .update();
    }

    void remove(UUID id, Instant now) {
        jdbc.sql("update notification_rule set removed_at = :now where id = :id")
                .param("id", id)
                .param("now", time(now))
                .update();
    }

    /** It goes on where it was. */
    void restore(UUID id) {
        jdbc.sql("update notification_rule set removed_at = null where id = :id")
                .param("id", id)
                .update();
    }

    void deleteRemovedBefore(Instant time) {
        jdbc.sql("delete from notification_rule where removed_at < :time")
                .param("time", time(time))
                .update();
    }

    /** There was nothing to tell up to this event. A place never moves back, whichever server is the last to say so. */
    void passed(UUID id, long reached) {
        jdbc.sql("update notification_rule set reached = :reached where id = :id and reached < :reached")
                .param("id", id)
                .param("reached", reached)
                .update();
    }

    /** Whether there are rules of people whose account is disabled. */
    boolean hasSilent() {
        return jdbc.sql("select count(*) from notification_rule where " + SILENT)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What happens while their account is disabled is not told to people later, either. */
    void passSilent(long reached) {
        jdbc.sql("update notification_rule set reached = :reached where reached < :reached and " + SILENT)
                .param("reached", reached)
                .update();
    }

    void delivered(UUID id, long reached, Instant now) {
        jdbc.sql("""
                update notification_rule
                set reached = :reached, delivered_at = :now, failures = 0, next_try_at = null, fault = null
                where id = :id and reached < :reached
                """)
                .param("id", id)
                .param("reached", reached)
                .param("now", time(now))
                .update();
    }

    void failed(UUID id, int failures, Instant nextTry, String fault) {
        jdbc.sql("""
                update notification_rule set failures = :failures, next_try_at = :nextTry, fault = :fault where id = :id
                """)
                .param("id", id)
                .param("failures", failures)
                .param("nextTry", time(nextTry))
                .param("fault", shortened(fault))
                .update();
    }

    void givenUp(UUID id, long reached, String sentence) {
        jdbc.sql("""
                update notification_rule set reached = :reached, given_up = :sentence where id = :id and reached < :reached
                """)
                .param("id", id)
                .param("reached", reached)
                .param("sentence", shortened(sentence))
                .update();
    }

    private static String shortened(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE ? sentence : sentence.substring(0, LONGEST_SENTENCE);
    }

    private static String kinds(Rule rule) {
        return rule.kinds().stream().map(EventKind::name).collect(Collectors.joining(","));
    }

    private String receiver(Rule rule) {
        return json.writerFor(Receiver.class).writeValueAsString(rule.receiver());
    }

    private Rule read(ResultSet row, int number) throws SQLException {
        return new Rule(
                Columns.uuid(row, "id"),
                Columns.optionalUuid(row, "project_id"),
                Optional.ofNullable(row.getString("person")),
                Arrays.stream(row.getString("kinds").split(","))
                        .map(EventKind::valueOf)
                        .toList(),
                json.readValue(row.getString("receiver"), Receiver.class),
                Optional.ofNullable(row.getString("secret")),
                row.getBoolean("enabled"),
                row.getString("created_by"),
                Columns.instant(row, "created_at"),
                new Rule.Standing(
                        row.getLong("reached"),
                        Columns.optionalInstant(row, "delivered_at"),
                        row.getInt("failures"),
                        Columns.optionalInstant(row, "next_try_at"),
                        Optional.ofNullable(row.getString("fault")),
                        Optional.ofNullable(row.getString("given_up"))));
    }
}
