package dev.winslow.engine.task;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.task.PointTemplate;
import dev.winslow.api.task.SaveTemplate;
import dev.winslow.engine.database.Columns;
import dev.winslow.engine.history.Actor;
import dev.winslow.engine.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reference points of places that are filmed again and again. */
@Service
public class PointTemplates {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    PointTemplates(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By name. */
    public List<PointTemplate> list() {
        return jdbc.sql("select * from point_template order by name")
                .query(PointTemplates::read)
                .list();
    }

    public Optional<PointTemplate> find(String name) {
        return jdbc.sql("select * from point_template where name = :name")
                .param("name", name)
                .query(PointTemplates::read)
                .optional();
    }

    /** One of the same name is replaced. */
    @Transactional
    public PointTemplate save(String name, SaveTemplate request) {
        check(name, request);
        PointTemplate template = new PointTemplate(
                name.strip(),
                request.content(),
                clock.instant(),
                Actor.current().name());
        remove(template.name());
        jdbc.sql("""
                insert into point_template (name, content, saved_at, saved_by) values (:name, :content, :at, :who)
                """)
                .param("name", template.name())
                .param("content", template.content())
                .param("at", time(template.savedAt()))
                .param("who", template.savedBy())
                .update();
        return template;
    }

    public void remove(String name) {
        jdbc.sql("delete from point_template where name = :name")
                .param("name", name)
                .update();
    }

    private static void check(String name, SaveTemplate request) {
        List<String> problems =
                new java.util.ArrayList<>(PointsCheck.of(request.content()).problems());
        if (name.isBlank() || name.strip().length() > 200) {
            problems.add("A template's name has 1 to 200 characters; the name of the place is a good one.");
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "These points cannot be kept as a template.",
                    "Mend what is listed and save again.",
                    problems);
        }
    }

    private static PointTemplate read(ResultSet row, int number) throws SQLException {
        return new PointTemplate(
                row.getString("name"),
                row.getString("content"),
                Columns.instant(row, "saved_at"),
                row.getString("saved_by"));
    }
}
