package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.project.ProjectService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of projects as people arrange it. */
class ProjectListIT {
    @TempDir
    private Path data;

    @Test
    void tableThatIsLongerThanAScreenMakesOnlyTheRowsThatAreSeen() throws Exception {
        try (Chromium chromium = Chromium.start();
                WholeSystem system = WholeSystem.start(data, true)) {
            for (int i = 1; i <= 45; i++) {
                system.bean(ProjectService.class)
                        .create(new CreateProject("Bridge " + i, "vehicle-tracking", List.of()));
            }

            Page page = chromium.open(system.address().toString());

            assertThat(page.locator("vaadin-grid a[href]").nth(9)).isVisible();
            assertThat(page.locator("vaadin-grid[all-rows-visible]")).hasCount(0);
            assertThat(page.locator("vaadin-grid a[href]").count()).isLessThan(45);
        }
    }

    @Test
    void cardsShowTheFilmAndAViewIsKept() throws Exception {
        try (Chromium chromium = Chromium.start();
                WholeSystem system = WholeSystem.start(data, true)) {
            create(system, "Bridge at noon", "drone");
            create(system, "Roundabout", "drone", "rain");
            Page page = chromium.open(system.address().toString());
            sendFilm(page, "Junction in the morning");

            page.navigate(system.address().toString());
            assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasCount(1);
            Looks.of(page, "projects-table");
            page.getByRole(AriaRole.BUTTON, named("As cards")).click();
            assertThat(page.locator("winslow-film-frame canvas")).hasCount(1);
            Looks.of(page, "projects-cards");
            page.getByLabel("Filter projects").fill("drone");
            assertThat(page.locator(".winslow-project-card")).hasCount(2);
            keep(page, "Drones");
            page.navigate(system.address().toString());
            assertThat(page.locator("vaadin-grid")).isVisible();
            page.getByRole(AriaRole.LINK, named("Drones").setExact(true)).click();

            assertThat(page.locator(".winslow-project-card")).hasCount(2);
            assertThat(page).hasURL(Pattern.compile(".*view=cards.*"));
            page.navigate(system.address() + "?view=cards&group=tag");
            assertThat(page.getByRole(AriaRole.HEADING, named("rain 1"))).isVisible();
            assertThat(page.getByRole(AriaRole.HEADING, named("drone 2"))).isVisible();
            Looks.of(page, "projects-grouped");
            deleteWhatWasChosen(system, page);
            lookAway(system, page);
            assertThat(chromium.errors()).isEmpty();
        }
    }

    /** A group comes while something is chosen, and the keyboard stays at its link. */
    private static void deleteWhatWasChosen(WholeSystem system, Page page) {
        page.navigate(system.address() + "?group=tag");
        Locator link = page.getByRole(AriaRole.LINK, named("Bridge at noon")).first();
        page.getByRole(AriaRole.CHECKBOX, named("Select Row")).nth(0).check();
        assertThat(page.getByText("1 project selected")).isVisible();
        link.focus();
        create(system, "Bend", "alley");
        assertThat(page.getByRole(AriaRole.HEADING, named("alley 1"))).isVisible();
        create(system, "Crossing", "drone");
        assertThat(page.getByRole(AriaRole.HEADING, named("drone 3"))).isVisible();
        assertThat(link).isFocused();
        assertThat(page.getByText("1 project selected")).isVisible();

        page.getByRole(AriaRole.BUTTON, named("Delete …")).click();
        page.getByRole(AriaRole.BUTTON, named("Delete").setExact(true)).click();
        assertThat(page.getByText("1 project deleted.")).isVisible();
    }

    /** What fails while the person looks elsewhere is news until they come back. */
    private static void lookAway(WholeSystem system, Page page) {
        ProjectView project = system.projectOf("local", "North bridge", "vehicle-tracking");
        page.navigate(system.address() + "projects/" + project.id());
        assertThat(page).hasTitle(Pattern.compile("^North bridge.*"));
        page.evaluate("() => { document.hasFocus = () => false; }");
        system.bean(Events.class)
                .ofProject(project.id(), EventKind.RUN_FAILED, Map.of("step", "detect", "reason", "too dark"));
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) North bridge.*"));

        page.evaluate("() => { document.hasFocus = () => true; window.dispatchEvent(new Event('focus')); }");

        assertThat(page).hasTitle(Pattern.compile("^North bridge.*"));
    }

    private static void create(WholeSystem system, String name, String... tags) {
        system.bean(ProjectService.class).create(new CreateProject(name, "vehicle-tracking", List.of(tags)));
    }

    private static void sendFilm(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named("New project")).click();
        page.getByLabel("Name").fill(name);
        page.locator("winslow-video-upload input[type=file]").setInputFiles(Clip.whole());
        page.getByRole(AriaRole.BUTTON, named("Create and start")).click();
        page.waitForURL(Pattern.compile(".*/projects/.*"));
    }

    private static void keep(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named("Keep this view")).click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Name").fill(name);
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.getByRole(AriaRole.LINK, named(name).setExact(true))).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
