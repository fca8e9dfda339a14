package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.history.Events;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @TempDir
    private Path data;

    @Test
    void tellsOfAFailureInTheTabAndOnTheDesktopUntilItIsLookedAt() throws Exception {
        try (Chromium chromium = Chromium.start();
                WholeSystem system = WholeSystem.start(data, true)) {
            ProjectView project = system.projectOf("local", "North bridge", "hello-video");
            Page page = chromium.open("about:blank");
            page.addInitScript(DESKTOP);
            page.navigate(system.address() + "nodes");
            var bell = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Notifications on this desktop"));
            assertThat(bell).hasAttribute("aria-pressed", "false");
            fail(system, project, "first");
            assertThat(page).hasTitle(Pattern.compile("^\\(1\\) Nodes.*"));

            bell.click();
            assertThat(bell).hasAttribute("aria-pressed", "true");
            fail(system, project, "no vehicles in sight");
            page.waitForFunction("() => window.told.includes('North bridge failed: no vehicles in sight')");
            Looks.of(page, "bell");
            page.navigate(system.address() + "projects/" + project.id());
            assertThat(page).hasTitle(Pattern.compile("^North bridge.*"));
        }
    }

    private static void fail(WholeSystem system, ProjectView project, String reason) {
        system.bean(Events.class)
                .ofProject(project.id(), EventKind.RUN_FAILED, Map.of("step", "detect", "reason", reason));
    }
}
