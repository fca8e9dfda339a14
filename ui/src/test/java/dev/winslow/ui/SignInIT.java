package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.account.ChangeAccount;
import dev.winslow.engine.account.Account;
import dev.winslow.engine.account.AccountService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, and to what. */
class SignInIT {
    private static final String PASSWORD = "lanes and crossings";

    @TempDir
    private Path data;

    @Test
    void firstAdministratorAddsAPersonWhoIsRememberedUntilDisabled() throws Exception {
        try (Chromium chromium = Chromium.start();
                WholeSystem system = WholeSystem.start(data, false)) {
            Page page = chromium.open(system.address() + "nodes");

            assertThat(page.getByLabel("Set-up token")).isVisible();
            Looks.of(page, "set-up");
            makeFirstAdministrator(page);
            String password = addPerson(page);
            button(page, "Sign out").click();
            enter(page, "grace", "wrong password", false);
            assertThat(page.getByText("do not go together")).isVisible();
            Looks.of(page, "sign-in");
            page.navigate(system.address() + "pipelines");
            enter(page, "grace", password, true);
            chooseOwnPassword(page, password);

            assertThat(button(page, "New project")).isVisible();
            page.navigate(system.address() + "administration");
            assertThat(page.getByText("Your role does not open this page")).isVisible();
            forgetSession(page);
            enterAgain(page, system);
            disable(system);
            assertThat(button(page, "Sign in")).isVisible();
        }
    }

    /** Told in the log where the token lies. */
    private void makeFirstAdministrator(Page page) throws IOException {
        page.getByLabel("Set-up token")
                .fill(Files.readString(data.resolve("setup.token")).strip());
        page.getByLabel("Your name").fill("ada");
        page.getByLabel("Password", exactly()).fill(PASSWORD);
        page.getByLabel("Password again").fill(PASSWORD);
        button(page, "Make me the administrator").click();
        assertThat(button(page, "New project")).isVisible();
        org.assertj.core.api.Assertions.assertThat(data.resolve("setup.token")).doesNotExist();
    }

    private static String addPerson(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Administration"))
                .click();
        button(page, "Add a person").click();
        page.getByLabel("Name to sign in by").fill("Grace");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        Locator secret = page.getByLabel("Password", exactly());
        assertThat(secret).hasValue(Pattern.compile("[a-z0-9-]{23}"));
        String password = secret.inputValue();
        button(page, "Done").click();
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("People")))
                .containsText("grace");
        Looks.of(page, "administration");
        return password;
    }

    private static void enter(Page page, String name, String password, boolean remember) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password", exactly()).fill(password);
        if (remember) {
            page.getByLabel("Remember me on this browser").check();
        }
        page.keyboard().press("Enter");
    }

    /** It comes before anything else; then the page that was asked for. */
    private static void chooseOwnPassword(Page page, String password) {
        page.getByLabel("Current password").fill(password);
        page.getByLabel("New password", exactly()).fill(PASSWORD);
        page.getByLabel("New password again").fill(PASSWORD);
        button(page, "Change the password").click();
    }

    /** A password that was changed makes browsers forget, this one too: so that it is told once more to remember. */
    private static void enterAgain(Page page, WholeSystem system) {
        page.navigate(system.address() + "pool");
        enter(page, "grace", PASSWORD, true);
        assertThat(page).hasURL(Pattern.compile(".*/pool.*"));
        forgetSession(page);
        page.navigate(system.address() + "pipelines");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Pipelines")))
                .isVisible();
        assertThat(page.getByText("Only authors, operators and administrators may"))
                .isVisible();
    }

    /** From no page, for one that is open would ask for something in between, and get a session of its own. */
    private static void forgetSession(Page page) {
        page.navigate("about:blank");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    }

    private static void disable(WholeSystem system) {
        AccountService accounts = system.bean(AccountService.class);
        Account grace = accounts.list().stream()
                .filter(account -> account.name().equals("grace"))
                .findFirst()
                .orElseThrow();
        accounts.change(grace.id(), new ChangeAccount(Optional.empty(), Optional.empty(), Optional.of(true)));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
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
