package dev.winslow.engine.account;

import static dev.winslow.engine.database.Columns.instant;
import static dev.winslow.engine.database.Columns.optionalInstant;
import static dev.winslow.engine.database.Columns.time;
import static dev.winslow.engine.database.Columns.uuid;

import dev.winslow.api.account.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {
    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One server at a time changes accounts, to the end of its transaction. */
    void lock() {
        jdbc.sql("select name from server_lock where name = 'accounts' for update")
                .query(String.class)
                .single();
    }

    List<Account> list() {
        return jdbc.sql("select * from account order by name")
                .query(AccountRepository::read)
                .list();
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id)
                .query(AccountRepository::read)
                .optional();
    }

    Optional<Account> find(String name) {
        return jdbc.sql("select * from account where name = :name")
                .param("name", name)
                .query(AccountRepository::read)
                .optional();
    }

    int countAdministrators() {
        return jdbc.sql("select count(*) from account where role = :role and disabled = false")
                .param("role", Role.ADMINISTRATOR.name())
                .query(Integer.class)
                .single();
    }

    void insert(Account account) {
        write("""
                insert into account (id, name, full_name, role, password, must_change, disabled, version, created_at)
                values (:id, :name, :fullName, :role, :password, :mustChange, :disabled, :version, :createdAt)
                """, account);
    }

    void update(Account account) {
        write("""
                update account set full_name = :fullName, role = :role, password = :password, must_change = :mustChange,
                  disabled = :disabled, version = :version
                where id = :id
                """, account);
    }

    /** The same password, kept in a newer way: sessions go on. */
    void keepPassword(UUID id, String before, String encoded) {
        jdbc.sql("update account set password = :encoded where id = :id and password = :before")
                .param("encoded", encoded)
                .param("id", id)
                .param("before", before)
                .update();
    }

    void signedIn(UUID id, Instant now) {
        jdbc.sql("update account set last_sign_in_at = :now where id = :id")
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    private void write(String sql, Account account) {
        jdbc.sql(sql)
                .param("id", account.id())
                .param("name", account.name())
                .param("fullName", account.fullName())
                .param("role", account.role().name())
                .param("password", account.password())
                .param("mustChange", account.mustChange())
                .param("disabled", account.disabled())
                .param("version", account.version())
                .param("createdAt", time(account.createdAt()))
                .update();
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                uuid(row, "id"),
                row.getString("name"),
                row.getString("full_name"),
                Role.valueOf(row.getString("role")),
                row.getString("password"),
                row.getBoolean("must_change"),
                row.getBoolean("disabled"),
                row.getInt("version"),
                instant(row, "created_at"),
                optionalInstant(row, "last_sign_in_at"));
    }
}
