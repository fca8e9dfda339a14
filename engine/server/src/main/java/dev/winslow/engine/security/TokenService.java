package dev.winslow.engine.security;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.engine.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Issues tokens and knows them again. Only their SHA-256 is stored: they have 256 random bits, so that no salt is needed. */
@Service
public class TokenService {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    TokenService(JdbcClient jdbc, TransactionTemplate transaction, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The secret, which nobody can read again. A node that joins again gets a new one in place of its old one. */
    public String issue(TokenKind kind, String subject) {
        return kind == TokenKind.NODE ? replace(kind, subject, "") : insert(kind, subject, "");
    }

    /** As {@link #issue}, and what this issuer gave out before for the same holds no longer. */
    String replace(TokenKind kind, String subject, String issuer) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("delete from api_token where kind = :kind and subject = :subject and issuer = :issuer")
                    .param("kind", kind.name())
                    .param("subject", subject)
                    .param("issuer", issuer)
                    .update();
            return insert(kind, subject, issuer);
        }));
    }

    /** What was issued for this holds no longer. */
    public void revoke(TokenKind kind, String subject) {
        jdbc.sql("delete from api_token where kind = :kind and subject = :subject")
                .param("kind", kind.name())
                .param("subject", subject)
                .update();
    }

    private String insert(TokenKind kind, String subject, String issuer) {
        String secret = Ids.secret();
        jdbc.sql("""
                insert into api_token (hash, kind, subject, issuer, created_at) values (:hash, :kind, :subject, :issuer, :now)
                """)
                .param("hash", hash(secret))
                .param("kind", kind.name())
                .param("subject", subject)
                .param("issuer", issuer)
                .param("now", time(clock.instant()))
                .update();
        return secret;
    }

    public Optional<TokenPrincipal> check(String secret) {
        return jdbc.sql("select kind, subject from api_token where hash = :hash")
                .param("hash", hash(secret))
                .query((row, n) ->
                        new TokenPrincipal(TokenKind.valueOf(row.getString("kind")), row.getString("subject")))
                .optional();
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
