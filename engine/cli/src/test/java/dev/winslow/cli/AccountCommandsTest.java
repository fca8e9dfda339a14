package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.account.AccountView;
import dev.winslow.api.account.CreatedAccount;
import dev.winslow.api.account.CreatedToken;
import dev.winslow.api.account.IssuedPassword;
import dev.winslow.api.account.Role;
import dev.winslow.api.account.TokenView;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People and tokens. */
class AccountCommandsTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final UUID ID = new UUID(1, 1);
    private static final AccountView ADA =
            new AccountView(ID, "ada", "Ada L.", Role.AUTHOR, false, true, NOON, Optional.empty());
    private static final TokenView TOKEN = new TokenView(
            "0123456789abcdef", "importer", "importer", Role.USER, "ada", NOON, Optional.of(NOON), Optional.empty());

    private final StubServer server;

    AccountCommandsTest() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsTheFirstPasswordOnce() {
        server.on("POST /api/v1/accounts", new CreatedAccount(ADA, Optional.of("abcde-fghjk")));

        assertThat(Said.to(server, "account", "add", "ada", "--role", "author").out())
                .contains("Added ada", "not shown again: abcde-fghjk");
        assertThat(server.requests().getFirst().body()).contains("\"name\":\"ada\"", "\"role\":\"AUTHOR\"");
    }

    @Test
    void findsPeopleByTheirNames() {
        server.on("GET /api/v1/accounts", List.of(ADA))
                .on("PATCH /api/v1/accounts/" + ID, ADA)
                .on("POST /api/v1/accounts/" + ID + "/password", new IssuedPassword("lmnop-qrstu"));

        assertThat(Said.to(server, "account", "list").out()).contains("ada", "Ada L.", "has to choose a password");
        assertThat(Said.to(server, "account", "disable", "Ada").out()).contains("ada cannot sign in any more");
        assertThat(Said.to(server, "account", "change", "ada", "--role", "operator")
                        .exitCode())
                .isZero();
        assertThat(Said.to(server, "account", "password", "ada").out()).contains("lmnop-qrstu");
        Said nobody = Said.to(server, "account", "enable", "bob");
        assertThat(nobody.exitCode()).isEqualTo(Winslow.FAILED);
        assertThat(nobody.error()).contains("There is nobody called bob");
    }

    @Test
    void makesListsAndRevokesTokens() {
        server.on("POST /api/v1/tokens", new CreatedToken(TOKEN, "the-secret"))
                .on("GET /api/v1/me/tokens", List.of(TOKEN))
                .on("DELETE /api/v1/tokens/" + TOKEN.id(), Map.of());

        assertThat(Said.to(server, "token", "create", "importer", "--days", "30")
                        .out())
                .contains("not shown again: the-secret");
        assertThat(server.requests().getFirst().body()).contains("\"days\":30");
        assertThat(Said.to(server, "token", "list", "--mine").out()).contains("importer", "never");
        assertThat(Said.to(server, "token", "revoke", TOKEN.id()).out()).contains("Revoked");
    }
}
