package dev.winslow.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.account.Role;
import dev.winslow.engine.flowable.KernelOnADatabase;
import dev.winslow.engine.settings.WinslowSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens and the files that they lie in. */
@ExtendWith(OutputCaptureExtension.class)
abstract class TokensContract {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    @TempDir
    private Path data = Path.of("");

    abstract KernelOnADatabase database();

    @Test
    void knowsATokenByItsSecretAlone() {
        String secret = tokens().issue(TokenKind.USER, "alice");

        assertThat(tokens().check(secret))
                .contains(new TokenPrincipal(TokenKind.USER, "alice", Role.USER, Optional.empty()));
        assertThat(tokens().check(secret + "0")).isEmpty();
        assertThat(jdbc().sql("select hash from api_token").query(String.class).list())
                .doesNotContain(secret);
    }

    @Test
    void givesANodeThatJoinsAgainANewTokenInPlaceOfItsOldOne() {
        String first = tokens().issue(TokenKind.NODE, "node-1");
        String second = tokens().issue(TokenKind.NODE, "node-1");

        assertThat(tokens().check(first)).isEmpty();
        assertThat(tokens().check(second)).isPresent();
    }

    @Test
    void refusesATokenOfANodeThatItKnewAMomentAgo() {
        TokenService service = tokens(() -> NOW);
        String replaced = service.issue(TokenKind.NODE, "node-3");
        String other = service.issue(TokenKind.NODE, "node-4");
        assertThat(service.check(replaced)).isPresent();
        assertThat(service.check(other)).isPresent();

        String current = service.issue(TokenKind.NODE, "node-3");
        assertThat(service.check(replaced)).isEmpty();
        assertThat(service.check(current)).isPresent();

        service.revoke(TokenKind.NODE, "node-3");
        assertThat(service.check(current)).isEmpty();
        assertThat(service.check(other)).isPresent();
    }

    @Test
    void knowsATokenOfANodeForASecondWhateverAnotherServerDoes() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        TokenService here = tokens(now::get);
        String token = here.issue(TokenKind.NODE, "node-5");
        assertThat(here.check(token)).isPresent();

        tokens(now::get).revoke(TokenKind.NODE, "node-5");
        now.set(NOW.plusMillis(999));
        assertThat(here.check(token)).isPresent();
        now.set(NOW.plusSeconds(1));
        assertThat(here.check(token)).isEmpty();
    }

    @Test
    void leavesANodeItsTokenWhenANewOneCannotBeWritten() {
        String first = tokens().issue(TokenKind.NODE, "node-2");
        jdbc().sql("alter table api_token rename column created_at to made_at").update();
        try {
            assertThatThrownBy(() -> tokens().issue(TokenKind.NODE, "node-2")).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc().sql("alter table api_token rename column made_at to created_at")
                    .update();
        }

        assertThat(tokens().check(first)).isPresent();
    }

    @Test
    void keepsTheTokenOfAFileOverARestart() throws IOException {
        files(data).write();
        String before = Files.readString(data.resolve("cli.token"));

        files(data).write();

        assertThat(Files.readString(data.resolve("cli.token"))).isEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("cli.token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void replacesTheTokenWhoseFileIsGone() throws IOException {
        files(data).write();
        String old = Files.readString(data.resolve("cli.token")).strip();
        Files.delete(data.resolve("cli.token"));

        files(data).write();

        assertThat(tokens().check(old)).isEmpty();
        assertThat(tokens().check(Files.readString(data.resolve("cli.token")).strip()))
                .isEqualTo(
                        Optional.of(new TokenPrincipal(TokenKind.USER, "cli", Role.ADMINISTRATOR, Optional.empty())));
    }

    @Test
    void leavesTheTokenOfAnotherServersFileAlone() throws IOException {
        files(data.resolve("one")).write();

        files(data.resolve("two")).write();

        assertThat(tokens().check(
                                Files.readString(data.resolve("one/cli.token")).strip()))
                .isPresent();
    }

    @Test
    void tightensAFileThatOthersCouldOpen(CapturedOutput output) throws IOException {
        files(data).write();
        Path file = data.resolve("enrolment.token");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        files(data).write();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(output).contains("Others could open the token file " + file + " (rw-r--r--)");
    }

    private TokenFiles files(Path folder) {
        var source = new MapConfigurationPropertySource(Map.of("winslow.data", folder.toString()));
        return new TokenFiles(tokens(), new Binder(source).bindOrCreate("winslow", WinslowSettings.class));
    }

    private TokenService tokens() {
        return tokens(InstantSource.system());
    }

    private TokenService tokens(InstantSource clock) {
        return new TokenService(jdbc(), database().context().getBean(TransactionTemplate.class), clock);
    }

    private JdbcClient jdbc() {
        return database().context().getBean(JdbcClient.class);
    }
}
