package dev.winslow.engine.security;

import static dev.winslow.engine.database.Columns.instant;
import static dev.winslow.engine.database.Columns.optionalInstant;
import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.account.Role;
import dev.winslow.api.account.TokenView;
import dev.winslow.engine.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens of programs and people, which can be listed and revoked one by one. */
@Repository
public class ProgramTokenRepository {
    private static final int ID_LENGTH = 16;

    private final JdbcClient jdbc;

    ProgramTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a new token is to be. */
    public record Draft(
            String name,
            String owner,
            Optional<UUID> account,
            Role role,
            String createdBy,
            Optional<Instant> expiresAt) {}

    /** The secret, which nobody can read again. */
    public String insert(Draft draft, Instant now) {
        String secret = Ids.secret();
        jdbc.sql("""
                insert into api_token (hash, kind, subject, role, account_id, name, created_by, created_at, expires_at)
                values (:hash, 'USER', :owner, :role, :account, :name, :by, :now, :expires)
                """)
                .param("hash", Secrets.sha256(secret))
                .param("owner", draft.owner())
                .param("role", draft.role().name())
                .param("account", draft.account().orElse(null))
                .param("name", draft.name())
                .param("by", draft.createdBy())
                .param("now", time(now))
                .param("expires", draft.expiresAt().map(at -> time(at)).orElse(null))
                .update();
        return secret;
    }

    public static String id(String secret) {
        return Secrets.sha256(secret).substring(0, ID_LENGTH);
    }

    /** By their names: those of this person, or those that belong to nobody. */
    public List<TokenView> list(Optional<UUID> account) {
        return jdbc.sql("select * from api_token where kind = 'USER' and " + of(account) + " order by name, created_at")
                .param("account", account.orElse(null))
                .query(ProgramTokenRepository::read)
                .list();
    }

    public boolean remove(Optional<UUID> account, String id) {
        return jdbc.sql("delete from api_token where kind = 'USER' and substring(hash, 1, 16) = :id and " + of(account))
                        .param("account", account.orElse(null))
                        .param("id", id)
                        .update()
                > 0;
    }

    public boolean isProgram(String name) {
        return jdbc.sql(
                                "select count(*) from api_token where kind = 'USER' and account_id is null and lower(subject) = lower(:name)")
                        .param("name", name)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String of(Optional<UUID> account) {
        return account.isPresent() ? "account_id = :account" : "account_id is null";
    }

    private static TokenView read(ResultSet row, int number) throws SQLException {
        return new TokenView(
                row.getString("hash").substring(0, ID_LENGTH),
                row.getString("name").isEmpty() ? row.getString("subject") : row.getString("name"),
                row.getString("subject"),
                Role.valueOf(row.getString("role")),
                row.getString("created_by"),
                instant(row, "created_at"),
                optionalInstant(row, "last_used_at"),
                optionalInstant(row, "expires_at"));
    }
}
