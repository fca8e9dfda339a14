package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.project.CreateProject;
import dev.winslow.engine.project.ProjectService;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person shares a film between projects, and takes it out again. */
class PoolIT {
    @TempDir
    private static Path data;

    private static Chromium chromium;
    private static WholeSystem system;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        system = WholeSystem.start(data, true);
    }

    @AfterAll
    static void end() throws Exception {
        if (system != null) {
            system.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void noPageReportedAnError() {
        assertThat(chromium.closePages()).isEmpty();
    }

    @Test
    void sendsAFilmGivesItToAProjectAndDeletesOneThatNobodyHas() {
        system.bean(ProjectService.class).create(new CreateProject("Bridge", "vehicle-tracking", List.of()));
        Page page = chromium.open(system.address() + "pool");
        assertThat(page.getByText("The pool is empty")).isVisible();

        send(page, "bridge/2026");
        assertThat(chosen(page).getByText("bridge/2026/junction.mp4")).isVisible();
        assertThat(playable(page)).isGreaterThan(0);
        chosen(page).getByText("Give to a project").click();
        page.getByRole(AriaRole.COMBOBOX, named("Project")).fill("Bridge");
        page.getByRole(AriaRole.OPTION, named("Bridge")).click();
        page.getByRole(AriaRole.BUTTON, named("Give")).click();
        assertThat(chosen(page).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Bridge")))
                .isVisible();
        assertThat(chosen(page).getByText("Delete")).isDisabled();
        Looks.of(page, "pool");

        send(page, "spare");
        assertThat(chosen(page).getByText("spare/junction.mp4")).isVisible();
        // Else the player reports that its film is gone.
        assertThat(playable(page)).isGreaterThan(0);
        chosen(page).getByText("Delete").click();
        page.locator("vaadin-confirm-dialog")
                .getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByText("spare/junction.mp4 is deleted.")).isVisible();
        assertThat(page.getByText("1 file,")).isVisible();
    }

    private static void send(Page page, String folder) {
        page.locator("winslow-video-upload input[type=file]").setInputFiles(WholeSystem.clip());
        page.getByLabel("Folder").fill(folder);
        page.getByRole(AriaRole.BUTTON, named("Send to the pool")).click();
        assertThat(page.getByText(folder + "/junction.mp4 is in the pool.")).isVisible();
    }

    private static Locator chosen(Page page) {
        return page.getByRole(AriaRole.REGION, named("Chosen file"));
    }

    private static double playable(Page page) {
        return ((Number) page.locator("video").evaluate("""
                video => new Promise((resolve, reject) => {
                  video.onerror = () => reject(new Error(video.error.message));
                  if (video.readyState > 0) resolve(video.duration); else video.onloadedmetadata = () => resolve(video.duration);
                })""")).doubleValue();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
