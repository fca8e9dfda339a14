package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winslow.api.Paths;
import dev.winslow.api.account.AccountView;
import dev.winslow.api.account.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The first administrator, made without a person, by settings. */
class FirstAdministratorTest {
    @Test
    void isMadeOnceByTheSettingsInsteadOfATokenForTheSetUp() {
        Path data = ServerOnADatabase.newFolder();
        try (ServerOnADatabase server = server("first", data, "winslow.accounts.password=a long secret 42")) {
            assertThat(server.caller().get(Paths.ACCOUNTS).listOf(AccountView.class))
                    .extracting(AccountView::name, AccountView::role)
                    .containsExactly(tuple("ada", Role.ADMINISTRATOR));
            assertThat(data.resolve("setup.token")).doesNotExist();
            assertThat(data.resolve("cli.token")).exists();
        }
    }

    @Test
    void isNotMadeWithoutAPassword() {
        assertThatThrownBy(() -> server("none", ServerOnADatabase.newFolder(), "winslow.accounts.password="))
                .hasStackTraceContaining("Expected winslow.accounts.password beside winslow.accounts.administrator");
    }

    private static ServerOnADatabase server(String database, Path data, String password) {
        return ServerOnADatabase.at(
                "jdbc:h2:mem:administrator-" + database + ";DB_CLOSE_DELAY=-1",
                "sa",
                data,
                "winslow.accounts.administrator=ada",
                password);
    }
}
