package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.run.RunService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person has programs told of what happens. */
class RulesIT {
    /** The receiver is tried again after ten seconds, and then after twenty more. */
    private static final double DELIVERY_MILLIS = 90_000;

    private static final String HOOK = "https://example.org/hook";

    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial().withPipeline(Scripted.xml());

    @Test
    void personMakesARuleSeesItsSecretOnceChangesItAndTakesItsRemovalBack() {
        Page page = visitor.open("account");
        button(page, "New rule").click();
        assertThat(page.getByLabel("How", exactly())).containsText("Webhook");
        address(page).fill("example");
        save(page);
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Give an address that begins with https://");
        Looks.of(page, "account-rule");
        address(page).fill(HOOK);
        save(page);
        String first = secret(page);

        assertThat(rules(page)).containsText(HOOK);
        assertThat(rules(page)).containsText("run failed, run succeeded, a task waits");
        assertThat(rules(page)).containsText("Nothing told yet");
        Looks.of(page, "account-rules");
        button(page, "Edit: " + HOOK).click();
        address(page).fill(HOOK + "/2");
        save(page);
        assertThat(rules(page)).containsText(HOOK + "/2");
        button(page, "New secret: " + HOOK + "/2").click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Replace"))
                .click();
        assertThat(secret(page)).isNotEqualTo(first);
        button(page, "Pause: " + HOOK + "/2").click();
        assertThat(rules(page)).containsText("Paused");
        button(page, "Resume: " + HOOK + "/2").click();
        assertThat(rules(page)).not().containsText("Paused");

        button(page, "Remove: " + HOOK + "/2").click();
        button(page, "Undo").click();
        assertThat(rules(page)).containsText(HOOK + "/2");
        assertThat(rules(page)).containsText("Nothing told yet");
    }

    @Test
    void projectTellsHowItsReceiversFareWithoutAReload() throws Exception {
        AtomicInteger status = new AtomicInteger(503);
        HttpServer receiver = receiver(status);
        try {
            ProjectView project = visitor.system().projectOf("local", "Bridge", Scripted.KEY);
            Page page = visitor.open("projects/" + project.id() + "?tab=settings");
            button(page, "New rule").click();
            address(page).fill("http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
            page.getByLabel("Is told of", exactly()).fill("run started");
            page.getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName("run started").setExact(true))
                    .click();
            page.keyboard().press("Escape");
            save(page);
            secret(page);

            visitor.bean(RunService.class).start(project.id(), StartRun.with(Map.of()));
            assertThat(rules(page)).containsText("Waits for the receiver");
            assertThat(rules(page)).containsText("The webhook answered 503.");
            status.set(200);
            Looks.of(page, "project-rules");
            assertThat(rules(page))
                    .containsText(
                            Pattern.compile("Last delivered"),
                            new LocatorAssertions.ContainsTextOptions().setTimeout(DELIVERY_MILLIS));
            assertThat(rules(page)).not().containsText("Waits for the receiver");
        } finally {
            receiver.stop(0);
        }
    }

    /** That of the rules, and not of a log or another list. */
    private static Locator rules(Page page) {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Notification rules"));
    }

    private static Locator address(Page page) {
        return page.getByLabel("Address of the webhook");
    }

    /** Shows it, and never again. */
    private static String secret(Page page) {
        Locator field = page.getByLabel("Secret", exactly());
        assertThat(field).hasValue(Pattern.compile("whsec_.{40,}"));
        String secret = field.inputValue();
        button(page, "Done").click();
        assertThat(field).hasCount(0);
        return secret;
    }

    private static HttpServer receiver(AtomicInteger status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
