package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.history.Events;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What calls a person who looks elsewhere. */
class BellIT {
    /** A desktop of which the test can see what it was told, and a person who looks elsewhere. */
    private static final String DESKTOP = """
            window.told = [];
            window.Notification = class {
              static permission = 'default';
              static requestPermission() { Notification.permission = 'granted'; return Promise.resolve('granted'); }
              constructor(title, options) { window.told.push(title + ': ' + options.body); }
            };
            document.hasFocus = () => false;
            """;

    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial();

    @Test
    void tellsOfAFailureInTheTabAndOnTheDesktopUntilItIsLookedAt() {
        ProjectView project = visitor.system().projectOf("local", "North bridge", "hello-video");
        Page page = visitor.openWindow("about:blank");
        page.addInitScript(DESKTOP);
        page.navigate(visitor.address() + "nodes");
        var bell =
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Notifications on this desktop"));
        assertThat(bell).hasAttribute("aria-pressed", "false");
        fail(project, "first");
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) Nodes.*"));

        bell.click();
        assertThat(bell).hasAttribute("aria-pressed", "true");
        fail(project, "no vehicles in sight");
        page.waitForFunction("() => window.told.includes('North bridge failed: no vehicles in sight')");
        Looks.of(page, "bell");
        page.navigate(visitor.address() + "projects/" + project.id());
        assertThat(page).hasTitle(Pattern.compile("^North bridge.*"));
    }

    private static void fail(ProjectView project, String reason) {
        visitor.bean(Events.class)
                .ofProject(project.id(), EventKind.RUN_FAILED, Map.of("step", "detect", "reason", reason));
    }
}
