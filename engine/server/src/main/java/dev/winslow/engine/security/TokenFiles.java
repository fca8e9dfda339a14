package dev.winslow.engine.security;

import dev.winslow.api.account.Role;
import dev.winslow.engine.settings.WinslowSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the first two tokens in the server's data folder, where only the person who started the server can read them. */
@Component
public class TokenFiles {
    private static final String SETUP = "setup.token";
    private static final Logger log = LoggerFactory.getLogger(TokenFiles.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final TokenService tokens;
    private final WinslowSettings settings;

    TokenFiles(TokenService tokens, WinslowSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /** A file that is gone, or whose token this database does not know, is written anew; the token that it held holds no longer. */
    @EventListener(ApplicationStartedEvent.class)
    void write() {
        provide("cli.token", TokenKind.USER, "cli");
        provide("enrolment.token", TokenKind.ENROLMENT, "enrolment");
    }

    /** The token with which whoever can read this file makes the first administrator. */
    public Path provideSetup() {
        return provide(SETUP, TokenKind.SETUP, "setup");
    }

    public boolean isSetup(String token) {
        return tokens.check(token)
                .filter(known -> known.kind() == TokenKind.SETUP)
                .isPresent();
    }

    /** There is an administrator: nobody makes a first one any more. */
    public void withdrawSetup() {
        tokens.revoke(TokenKind.SETUP, "setup");
        try {
            Files.deleteIfExists(settings.data().resolve(SETUP));
        } catch (IOException e) {
            log.warn(
                    "The file {} cannot be deleted; its token is worth nothing now",
                    settings.data().resolve(SETUP),
                    e);
        }
    }

    private Path provide(String name, TokenKind kind, String subject) {
        Path file = settings.data().resolve(name);
        try {
            Files.createDirectories(settings.data());
            if (holdsAToken(file, kind)) {
                tighten(file);
                return file;
            }
            Path fresh =
                    Files.createTempFile(settings.data(), name, "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(fresh, tokens.replace(kind, subject, issuer(), Role.ADMINISTRATOR) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The token file " + file + " cannot be written", e);
        }
    }

    private boolean holdsAToken(Path file, TokenKind kind) throws IOException {
        return Files.exists(file)
                && tokens.check(Files.readString(file).strip())
                        .filter(known -> known.kind() == kind)
                        .isPresent();
    }

    private static void tighten(Path file) throws IOException {
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(found)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
            log.warn(
                    "Others could open the token file {} ({}); now only its owner can. If one of them may have read it, delete it and start"
                            + " the server again: that replaces the token.",
                    file,
                    PosixFilePermissions.toString(found));
        }
    }

    /** This folder on this machine: servers that share a database keep a file each. */
    private String issuer() {
        return hostName() + ":" + settings.data().toAbsolutePath().normalize();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
