package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person finds out why a run failed, mends it, and reads all there is to read about it. */
class ProjectIT {
    private static final double WORK_MILLIS = 90_000;

    @TempDir
    private static Path data;

    private static Chromium chromium;
    private static WholeSystem system;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        system = WholeSystem.start(data, true).withWorker();
        system.bean(PipelineService.class).deploy(Scripted.xml());
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
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void failedStageIsUnderstoodAndMended() {
        Page page = failedProject("Bridge");

        assertThat(step(page)).containsText("Measure speeds");
        step(page).getByLabel("Log of Measure speeds, attempt 1").click();
        assertThat(log(page)).containsText("error: too few points");
        step(page).getByText("Begin again").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("The run goes on at \"Measure speeds\".");
        dialog.getByText("Variables").click();
        dialog.getByLabel("MODE").fill("lax");
        Looks.of(page, "project-steer");
        dialog.getByRole(AriaRole.BUTTON, inside("Begin again")).click();

        assertThat(page.locator(".winslow-head .winslow-state")).hasText("Succeeded", soon());
        tab(page, "History");
        assertThat(page.locator("winslow-gantt .bar")).hasCount(4);
        assertThat(page.locator(".winslow-events")).containsText("set MODE to \"lax\"");
        Looks.of(page, "project-history");
        page.locator("winslow-gantt .bar.failed").click();
        assertThat(log(page)).containsText("error: too few points");
    }

    @Test
    void stageIsRunByItselfFromAnEndedRun() {
        Page page = failedProject("Tunnel");
        page.getByRole(AriaRole.BUTTON, named("Cancel run")).click();
        assertThat(page.locator(".winslow-head .winslow-state")).hasText("Aborted", soon());

        page.locator("winslow-pipeline-diagram [data-element-id=draw][tabindex]")
                .focus();
        page.keyboard().press("Enter");
        assertThat(step(page)).containsText("Draw charts");
        step(page).getByText("Run only this").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("A new run begins at \"Draw charts\"");
        dialog.getByRole(AriaRole.BUTTON, inside("Run only this")).click();

        assertThat(page.locator(".winslow-head .winslow-state")).hasText("Succeeded", soon());
        tab(page, "History");
        assertThat(page.locator(".winslow-runs li")).hasCount(2);
    }

    @Test
    void logIsSearchedFollowedByLinksAndLeadsToErrors() {
        Page page = failedProject("Log");
        page.locator("winslow-pipeline-diagram [data-element-id=cut]").first().click();
        tab(page, "Log");
        assertThat(log(page)).containsText("one frame is dark");

        log(page).getByLabel("Search the log").fill("frame 7\\d\\d0 is");
        assertThat(log(page).locator(".find span")).hasText("1 of 100");
        log(page).getByLabel("Search the log").press("Enter");
        assertThat(log(page).locator(".find span")).hasText("2 of 100");
        assertThat(log(page).locator(".current mark")).hasText("frame 7010 is");
        Looks.of(page, "project-log");
        log(page).getByLabel("Search the log").fill("frame (");
        assertThat(log(page).locator(".find span")).hasText("not readable");
        // The browser notes by itself that the server refused the pattern.
        chromium.errors().removeIf(error -> error.contains("/log/search"));
        String address = log(page)
                .locator("a.number")
                .first()
                .evaluate("link => link.href")
                .toString();
        Page linked = chromium.open(address.replaceAll("line=\\d+", "line=12345"));
        assertThat(linked.locator("winslow-attempt-log .chosen")).containsText("frame 12345 is cut");
    }

    @Test
    void variablesFilesNotesAndSettingsAreChanged() {
        Page page = failedProject("Harbour");
        tab(page, "Variables");
        assertThat(row(page, "PIN")).containsText("secret");
        assertThat(row(page, "PIN")).not().containsText("sesame");
        page.getByLabel("Change MODE").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Value").fill("quick");
        dialog.getByRole(AriaRole.BUTTON, inside("Save")).click();
        assertThat(row(page, "MODE")).containsText("quick");
        assertThat(row(page, "MODE").locator(".winslow-level-counts")).hasText("this run");
        Looks.of(page, "project-variables");
        page.getByLabel("Unset MODE").click();
        assertThat(row(page, "MODE")).containsText("strict");

        tab(page, "Files");
        page.getByRole(AriaRole.BUTTON, named("speeds.csv")).click();
        assertThat(page.locator("winslow-table-preview td").nth(3)).hasText("12");
        assertThat(page.locator("winslow-table-preview svg polyline")).isVisible();
        Looks.of(page, "project-files");
        page.getByRole(AriaRole.BUTTON, named("scale.json")).click();
        assertThat(page.locator("winslow-text-preview")).containsText("metres: 0.17");

        tab(page, "Notes");
        page.getByRole(AriaRole.TEXTBOX, named("What is to do")).fill("measure again");
        page.keyboard().press("Enter");
        assertThat(page.getByText("measure again")).isVisible();
        Looks.of(page, "project-notes");

        tab(page, "Settings");
        page.getByLabel("Name").fill("Harbour, east");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Harbour, east"))).isVisible();
        Looks.of(page, "project-settings");
        page.getByRole(AriaRole.BUTTON, named("Delete project")).click();
        assertThat(page.locator("vaadin-confirm-dialog")).containsText("1 run with 2 attempts");
    }

    private static Page failedProject(String name) {
        UUID project = system.bean(ProjectService.class)
                .create(new CreateProject(name, Scripted.KEY, List.of()))
                .id();
        system.bean(RunService.class).start(project, StartRun.with(Map.of()));
        Page page = chromium.open(system.address() + "projects/" + project);
        assertThat(page.locator(".winslow-head .winslow-state")).hasText("Failed", soon());
        return page;
    }

    private static Locator step(Page page) {
        return page.getByRole(AriaRole.REGION, named("Chosen step"));
    }

    private static Locator log(Page page) {
        return page.locator("winslow-attempt-log");
    }

    private static Locator row(Page page, String variable) {
        return page.locator(".winslow-variable-row").filter(new Locator.FilterOptions().setHasText(variable));
    }

    private static void tab(Page page, String name) {
        page.getByRole(AriaRole.TAB, named(name)).click();
    }

    private static LocatorAssertions.HasTextOptions soon() {
        return new LocatorAssertions.HasTextOptions().setTimeout(WORK_MILLIS);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions inside(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
