package dev.winslow.engine.account;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.engine.Ids;
import dev.winslow.engine.security.Secrets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Browsers that sign a person in again without asking, over restarts and on any server. The secret is random and stays the same until it
 * expires: one that changed with each use would be taken for stolen when several tabs use it at the same moment.
 */
@Repository
public class RememberedSignIns {
    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final AccountSettings settings;
    private final InstantSource clock;

    RememberedSignIns(JdbcClient jdbc, AccountRepository accounts, AccountSettings settings, InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** The secret for the browser. */
    public String remember(UUID account) {
        String secret = Ids.secret();
        jdbc.sql("""
                insert into remembered_sign_in (hash, account_id, created_at, expires_at) values (:hash, :account, :now, :end)
                """)
                .param("hash", Secrets.sha256(secret))
                .param("account", account)
                .param("now", time(clock.instant()))
                .param("end", time(clock.instant().plus(settings.rememberFor())))
                .update();
        return secret;
    }

    /** Whose browser it is, where that may sign in. */
    public Optional<Account> recognise(String secret) {
        return jdbc.sql("select account_id from remembered_sign_in where hash = :hash and expires_at > :now")
                .param("hash", Secrets.sha256(secret))
                .param("now", time(clock.instant()))
                .query(UUID.class)
                .optional()
                .flatMap(accounts::find)
                .filter(account -> !account.disabled());
    }

    public void forget(String secret) {
        jdbc.sql("delete from remembered_sign_in where hash = :hash")
                .param("hash", Secrets.sha256(secret))
                .update();
    }

    void forgetAll(UUID account) {
        jdbc.sql("delete from remembered_sign_in where account_id = :account")
                .param("account", account)
                .update();
    }

    void sweep() {
        jdbc.sql("delete from remembered_sign_in where expires_at < :now")
                .param("now", time(clock.instant()))
                .update();
    }
}
