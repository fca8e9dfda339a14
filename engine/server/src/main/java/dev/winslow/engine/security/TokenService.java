package dev.winslow.engine.security;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.engine.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Issues tokens and knows them again. Only their SHA-256 is stored: they have 256 random bits, so that no salt is needed. */
@Service
public class TokenService {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    TokenService(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The secret, which nobody can read again. A node that joins again gets a new one in place of its old one. */
    public String issue(TokenKind kind, String subject) {
        if (kind == TokenKind.NODE) {
            jdbc.sql("delete from api_token where kind = 'NODE' and subject = :subject")
                    .param("subject", subject)
                    .update();
        }
        String secret = Ids.secret();
        jdbc.sql("""
                insert into api_token (hash, kind, subject, created_at) values (:hash, :kind, :subject, :now)
                """)
                .param("hash", hash(secret))
                .param("kind", kind.name())
                .param("subject", subject)
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
