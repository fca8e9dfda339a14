package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in. */
class SignInIT {
    @TempDir
    private Path data;

    @Test
    void tokenOpensThePagesWhereThisIsNoTrial() throws Exception {
        try (Chromium chromium = Chromium.start();
                WholeSystem system = WholeSystem.start(data, false)) {
            Page page = chromium.open(system.address().toString());

            page.getByLabel("Token").fill("wrong");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            assertThat(page.getByText("This server does not know this token")).isVisible();
            page.getByLabel("Token")
                    .fill(Files.readString(data.resolve("cli.token")).strip());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();

            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New project")))
                    .isVisible();
        }
    }

    @Test
    void trialLetsInOnlyWhoAsksThisMachineByItsOwnName() throws Exception {
        try (WholeSystem system = WholeSystem.start(data, true)) {
            int port = system.address().getPort();

            org.assertj.core.api.Assertions.assertThat(List.of(
                            status(port, "127.0.0.1:" + port),
                            status(port, "evil.example:" + port),
                            status(port, "127.0.0.1:" + port, "X-Forwarded-For: 203.0.113.9\r\n")))
                    .containsExactly(404, 302, 302);
        }
    }

    /** Of a file that does not exist: who is let in learns that, the others are sent to the sign-in. */
    private static int status(int port, String host, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /page/files/0197c0de-0000-7000-8000-000000000000 HTTP/1.1\r\nHost: " + host + "\r\n"
                    + String.join("", headers) + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
