package dev.winslow.engine.security;

import static dev.winslow.engine.database.Columns.optionalUuid;
import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.account.Role;
import dev.winslow.engine.Ids;
import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Issues tokens and knows them again. Only their SHA-256 is stored: they have 256 random bits, so that no salt is needed. */
@Service
public class TokenService {
    /** How exactly the last use is kept, so that a busy program is not a busy database. */
    private static final Duration USE = Duration.ofMinutes(1);

    /** For how long a node's token counts as it was looked up, since nodes call many times a second. */
    private static final Duration KNOWN = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    /** Those of nodes, by their hashes. */
    private final Map<String, Recent> recent = new ConcurrentHashMap<>();

    private volatile Instant tidied = Instant.MIN;

    TokenService(JdbcClient jdbc, TransactionTemplate transaction, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The secret, which nobody can read again. A node that joins again gets a new one in place of its old one. */
    public String issue(TokenKind kind, String subject) {
        return kind == TokenKind.NODE ? replace(kind, subject, "", Role.USER) : insert(kind, subject, "", Role.USER);
    }

    /** As {@link #issue}, and what this issuer gave out before for the same holds no longer. */
    String replace(TokenKind kind, String subject, String issuer, Role role) {
        String secret = Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("delete from api_token where kind = :kind and subject = :subject and issuer = :issuer")
                    .param("kind", kind.name())
                    .param("subject", subject)
                    .param("issuer", issuer)
                    .update();
            return insert(kind, subject, issuer, role);
        }));
        forget(kind, subject);
        return secret;
    }

    /** What was issued for this holds no longer. */
    public void revoke(TokenKind kind, String subject) {
        jdbc.sql("delete from api_token where kind = :kind and subject = :subject")
                .param("kind", kind.name())
                .param("subject", subject)
                .update();
        forget(kind, subject);
    }

    /** What was issued for this holds no longer, unless it is {@link #resume resumed}. */
    public void suspend(TokenKind kind, String subject) {
        expire(kind, subject, Optional.of(clock.instant()));
    }

    public void resume(TokenKind kind, String subject) {
        expire(kind, subject, Optional.empty());
    }

    private void expire(TokenKind kind, String subject, Optional<Instant> at) {
        jdbc.sql("update api_token set expires_at = :at where kind = :kind and subject = :subject")
                .param("at", at.map(Columns::time).orElse(null))
                .param("kind", kind.name())
                .param("subject", subject)
                .update();
        forget(kind, subject);
    }

    private void forget(TokenKind kind, String subject) {
        recent.values()
                .removeIf(one -> one.principal().kind() == kind
                        && one.principal().subject().equals(subject));
    }

    private String insert(TokenKind kind, String subject, String issuer, Role role) {
        String secret = Ids.secret();
        jdbc.sql("""
                insert into api_token (hash, kind, subject, issuer, role, name, created_at)
                values (:hash, :kind, :subject, :issuer, :role, :subject, :now)
                """)
                .param("hash", Secrets.sha256(secret))
                .param("kind", kind.name())
                .param("subject", subject)
                .param("issuer", issuer)
                .param("role", role.name())
                .param("now", time(clock.instant()))
                .update();
        return secret;
    }

    /** Empty where the token is unknown or has expired, or its owner may not sign in. */
    public Optional<TokenPrincipal> check(String secret) {
        return checkHash(Secrets.sha256(secret));
    }

    /** Whoever brings this token, signed in; empty as for {@link #check}. */
    Optional<Authentication> signIn(String secret) {
        String hash = Secrets.sha256(secret);
        return checkHash(hash)
                .map(principal -> UsernamePasswordAuthenticationToken.authenticated(
                        principal, new Proof(hash), Authorities.of(principal)));
    }

    public boolean isByToken(Authentication signedIn) {
        return signedIn.getCredentials() instanceof Proof;
    }

    /** As {@link #check}, of somebody who signed in by a token earlier. */
    public Optional<TokenPrincipal> checkAgain(Authentication signedIn) {
        return signedIn.getCredentials() instanceof Proof proof ? checkHash(proof.hash()) : Optional.empty();
    }

    /** Which token somebody signed in by; it signs nobody in. */
    private record Proof(String hash) {}

    /** A node's token may be good for a second yet when another server takes it back, or when this one looks it up at that moment. */
    private Optional<TokenPrincipal> checkHash(String hash) {
        Instant now = clock.instant();
        return Optional.ofNullable(recent.get(hash))
                .filter(one -> one.isGoodAt(now))
                .map(Recent::principal)
                .or(() -> lookUp(hash, now));
    }

    private Optional<TokenPrincipal> lookUp(String hash, Instant now) {
        Optional<Known> known = jdbc.sql("""
                select t.kind, t.subject, t.role, t.account_id, a.role as owner_role, t.last_used_at < :recently or t.last_used_at is null as stale
                from api_token t left join account a on a.id = t.account_id
                where t.hash = :hash and (t.expires_at is null or t.expires_at > :now) and (a.id is null or a.disabled = false)
                """)
                .param("hash", hash)
                .param("now", time(now))
                .param("recently", time(now.minus(USE)))
                .query((row, n) -> new Known(read(row), row.getBoolean("stale")))
                .optional();
        known.filter(one -> one.stale() && one.principal().kind() == TokenKind.USER)
                .ifPresent(one -> used(hash, now));
        known.map(Known::principal)
                .filter(one -> one.kind() == TokenKind.NODE)
                .ifPresent(node -> remember(hash, new Recent(node, now)));
        return known.map(Known::principal);
    }

    private void remember(String hash, Recent node) {
        if (!isRecent(tidied, node.since())) {
            tidied = node.since();
            recent.values().removeIf(one -> !one.isGoodAt(node.since()));
        }
        recent.put(hash, node);
    }

    private record Recent(TokenPrincipal principal, Instant since) {
        boolean isGoodAt(Instant now) {
            return isRecent(since, now);
        }
    }

    /** A clock that was set back makes nothing good for longer. */
    private static boolean isRecent(Instant since, Instant now) {
        return !now.isBefore(since) && now.isBefore(since.plus(KNOWN));
    }

    private void used(String hash, Instant now) {
        jdbc.sql("update api_token set last_used_at = :now where hash = :hash")
                .param("now", time(now))
                .param("hash", hash)
                .update();
    }

    private static TokenPrincipal read(ResultSet row) throws SQLException {
        Role own = role(row, "role").orElse(Role.USER);
        return new TokenPrincipal(
                TokenKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                role(row, "owner_role").map(own::atMost).orElse(own),
                optionalUuid(row, "account_id"));
    }

    private static Optional<Role> role(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Role::valueOf);
    }

    private record Known(TokenPrincipal principal, boolean stale) {}
}
