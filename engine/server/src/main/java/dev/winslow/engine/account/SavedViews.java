package dev.winslow.engine.account;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ways of looking at the list of projects that a person keeps under names: what it is filtered and grouped by. */
@Component
public class SavedViews {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_QUERY = 2000;
    private static final int MOST = 50;

    private final JdbcClient database;

    SavedViews(JdbcClient database) {
        this.database = database;
    }

    /**
     * One of them.
     *
     * @param query what stands behind the question mark of the page's address
     */
    public record SavedView(String name, String query) {}

    /** By name. */
    public List<SavedView> of(String person) {
        return database.sql("select name, query from saved_view where person = :person order by name")
                .param("person", person)
                .query(SavedView.class)
                .list();
    }

    /** Takes the place of one of the same name. */
    @Transactional
    public void keep(String person, String name, String query) {
        String kept = name.strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "A view needs a name of at most " + LONGEST_NAME + " characters.",
                    "Name it by what it shows.");
        }
        remove(person, kept);
        if (query.length() > LONGEST_QUERY || of(person).size() >= MOST) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "At most " + MOST + " views can be kept, each with a filter of at most " + LONGEST_QUERY
                            + " characters.",
                    "Remove one, or filter by less.");
        }
        database.sql("insert into saved_view (person, name, query) values (:person, :name, :query)")
                .param("person", person)
                .param("name", kept)
                .param("query", query)
                .update();
    }

    public void remove(String person, String name) {
        database.sql("delete from saved_view where person = :person and name = :name")
                .param("person", person)
                .param("name", name)
                .update();
    }
}
