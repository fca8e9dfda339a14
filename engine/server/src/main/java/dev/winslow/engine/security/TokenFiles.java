package dev.winslow.engine.security;

import dev.winslow.engine.settings.WinslowSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the first two tokens in the server's data folder, where only the person who started the server can read them. */
@Component
class TokenFiles {
    private final TokenService tokens;
    private final WinslowSettings settings;

    TokenFiles(TokenService tokens, WinslowSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /** A file whose token this database does not know is written anew. */
    @EventListener(ApplicationStartedEvent.class)
    void write() {
        provide("cli.token", TokenKind.USER, "cli");
        provide("enrolment.token", TokenKind.ENROLMENT, "enrolment");
    }

    private void provide(String name, TokenKind kind, String subject) {
        Path file = settings.data().resolve(name);
        try {
            Files.createDirectories(settings.data());
            if (Files.exists(file)
                    && tokens.check(Files.readString(file).strip())
                            .filter(known -> known.kind() == kind)
                            .isPresent()) {
                return;
            }
            Path fresh = Files.createTempFile(
                    settings.data(),
                    name,
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, tokens.issue(kind, subject) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The token file " + file + " cannot be written", e);
        }
    }
}
