package dev.winslow.engine.project;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.project.NotesView;
import dev.winslow.api.project.TodoItem;
import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NotesRepository {
    private static final NotesView NONE = new NotesView("", Optional.empty(), Optional.empty());

    private final JdbcClient jdbc;

    NotesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    NotesView notes(UUID project) {
        return jdbc.sql("select * from project_notes where project_id = :project")
                .param("project", project)
                .query((row, n) -> new NotesView(
                        row.getString("content"),
                        Columns.optionalInstant(row, "changed_at"),
                        Optional.of(row.getString("changed_by"))))
                .optional()
                .orElse(NONE);
    }

    void replaceNotes(UUID project, String text, Instant at, String who) {
        jdbc.sql("delete from project_notes where project_id = :project")
                .param("project", project)
                .update();
        jdbc.sql("""
                insert into project_notes (project_id, content, changed_at, changed_by)
                values (:project, :content, :at, :who)
                """)
                .param("project", project)
                .param("content", text)
                .param("at", time(at))
                .param("who", who)
                .update();
    }

    List<TodoItem> todo(UUID project) {
        return jdbc.sql("select * from project_todo where project_id = :project order by place, id")
                .param("project", project)
                .query(NotesRepository::readItem)
                .list();
    }

    void insert(UUID project, TodoItem item, int place) {
        jdbc.sql("""
                insert into project_todo (id, project_id, content, done, place, created_at, created_by, changed_at, changed_by)
                values (:id, :project, :content, :done, :place, :createdAt, :createdBy, :changedAt, :changedBy)
                """)
                .param("id", item.id())
                .param("project", project)
                .param("content", item.text())
                .param("done", item.done())
                .param("place", place)
                .param("createdAt", time(item.createdAt()))
                .param("createdBy", item.createdBy())
                .param("changedAt", time(item.changedAt()))
                .param("changedBy", item.changedBy())
                .update();
    }

    void update(TodoItem item) {
        jdbc.sql("""
                update project_todo set content = :content, done = :done, changed_at = :at, changed_by = :who where id = :id
                """)
                .param("id", item.id())
                .param("content", item.text())
                .param("done", item.done())
                .param("at", time(item.changedAt()))
                .param("who", item.changedBy())
                .update();
    }

    void place(UUID item, int place) {
        jdbc.sql("update project_todo set place = :place where id = :id")
                .param("id", item)
                .param("place", place)
                .update();
    }

    void delete(UUID item) {
        jdbc.sql("delete from project_todo where id = :id").param("id", item).update();
    }

    private static TodoItem readItem(ResultSet row, int number) throws SQLException {
        return new TodoItem(
                Columns.uuid(row, "id"),
                row.getString("content"),
                row.getBoolean("done"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                Columns.instant(row, "changed_at"),
                row.getString("changed_by"));
    }
}
