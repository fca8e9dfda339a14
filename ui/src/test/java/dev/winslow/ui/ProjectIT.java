package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.winslow.ui.ProjectPage.failed;
import static dev.winslow.ui.ProjectPage.inside;
import static dev.winslow.ui.ProjectPage.log;
import static dev.winslow.ui.ProjectPage.named;
import static dev.winslow.ui.ProjectPage.row;
import static dev.winslow.ui.ProjectPage.soon;
import static dev.winslow.ui.ProjectPage.step;
import static dev.winslow.ui.ProjectPage.tab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.engine.pipeline.PipelineService;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person finds out why a run failed, mends it, and reads all there is to read about it. */
class ProjectIT {
    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial().withWorker().withPipeline(Scripted.xml());

    @Test
    void failedStageIsUnderstoodAndMended() {
        Page page = failed(visitor, "Bridge");

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
        tab(page, "Results");
        assertThat(page.locator(".winslow-gallery a")).hasText("Speeds by lane");
        assertThat(page.getByRole(AriaRole.LINK, named("Speeds by lane")).last())
                .isVisible();
        Looks.of(page, "project-results");
        page.getByRole(AriaRole.BUTTON, named("Compare two attempts")).click();
        assertThat(page.locator(".winslow-differences")).containsText("MODE");
        assertThat(page.locator(".winslow-differences tr").last()).hasText(Pattern.compile("MODE\\s*strict\\s*lax"));
        Looks.of(page, "project-beside");

        tab(page, "History");
        assertThat(page.locator("winslow-gantt .bar")).hasCount(4);
        assertThat(page.locator(".winslow-events")).containsText("set MODE to \"lax\"");
        Looks.of(page, "project-history");
        Locator bars = page.locator("winslow-gantt .bar");
        bars.first().focus();
        page.keyboard().press("End");
        assertThat(bars.last()).isFocused();
        page.keyboard().press("ArrowLeft");
        assertThat(bars.nth(2)).isFocused();
        assertThat(page.locator("winslow-gantt .bar[tabindex='0']")).hasCount(1);
        assertThat(bars.nth(2).locator("title")).containsText("Opens its log");
        // Again and again, since the bars are drawn anew when something is told of the run.
        await().pollInSameThread().untilAsserted(() -> {
            bars.first().hover();
            bars.nth(1).hover();
            assertThat(bars.nth(1).locator("title").allTextContents())
                    .singleElement()
                    .asString()
                    .endsWith("Opens its log");
        });
        page.locator("winslow-gantt .bar.failed").click();
        assertThat(log(page)).containsText("error: too few points");
    }

    @Test
    void stageIsRunByItselfFromAnEndedRun() {
        Page page = failed(visitor, "Tunnel");
        page.locator("winslow-pipeline-diagram [data-element-id=draw][tabindex]")
                .focus();
        page.keyboard().press("Enter");
        assertThat(step(page)).containsText("Draw charts");
        assertThat(step(page).getByText("Jump here")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Cancel run")).click();
        assertThat(page.locator(".winslow-head .winslow-state")).hasText("Aborted", soon());

        assertThat(step(page).getByText("Start a run here")).isVisible();
        assertThat(step(page).getByText("Jump here")).hasCount(0);
        step(page).getByText("Run only this").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("A new run begins at \"Draw charts\"");
        dialog.getByRole(AriaRole.BUTTON, inside("Run only this")).click();

        assertThat(page.locator(".winslow-head .winslow-state")).hasText("Succeeded", soon());
        tab(page, "History");
        assertThat(page.locator(".winslow-runs li")).hasCount(2);
        page.locator(".winslow-runs li").last().locator("button").first().click();
        page.locator("winslow-gantt .bar.failed").click();
        assertThat(log(page)).containsText("error: too few points");
    }

    @Test
    void logIsSearchedFollowedByLinksAndLeadsToErrors() {
        Page page = failed(visitor, "Log");
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
        visitor.errors().removeIf(error -> error.contains("/log/search"));
        String address = log(page)
                .locator("a.number")
                .first()
                .evaluate("link => link.href")
                .toString();
        Page linked = visitor.openWindow(address.replaceAll("line=\\d+", "line=12345"));
        assertThat(linked.locator("winslow-attempt-log .chosen")).containsText("frame 12345 is cut");
    }

    @Test
    void variablesFilesNotesAndSettingsAreChanged() {
        Page page = failed(visitor, "Harbour");
        tab(page, "Variables");
        assertThat(row(page, "PIN")).containsText("secret");
        assertThat(row(page, "PIN")).not().containsText("sesame");
        page.getByLabel("Change: MODE").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Value").fill("quick");
        dialog.getByRole(AriaRole.BUTTON, inside("Save")).click();
        assertThat(row(page, "MODE")).containsText("quick");
        assertThat(row(page, "MODE").locator(".winslow-level-counts")).hasText("this run");
        Looks.of(page, "project-variables");
        page.getByLabel("Unset: MODE").click();
        assertThat(row(page, "MODE")).containsText("strict");

        tab(page, "Files");
        page.getByRole(AriaRole.BUTTON, named("speeds.csv")).click();
        assertThat(page.locator("winslow-table-preview td").nth(3)).hasText("12");
        assertThat(page.locator("winslow-table-preview svg polyline")).isVisible();
        Looks.of(page, "project-files");
        Locator preview = page.getByRole(AriaRole.REGION, named("Chosen file"));
        assertThat(page.getByRole(AriaRole.BUTTON, named("scale.json"))
                        .evaluate(
                                "(button, preview) => { button.click(); return preview.inert; }",
                                preview.elementHandle()))
                .as("nothing is done by mistake with the file before")
                .isEqualTo(true);
        assertThat(page.locator("winslow-text-preview")).containsText("metres: 0.17");
        assertThat(preview).hasJSProperty("inert", false);

        places(page);

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
        assertThat(page.locator("vaadin-confirm-dialog")).containsText("1 run, 2 attempts");
    }

    @Test
    void runGoesOnWithANewerVersionOfItsPipeline() {
        String first = Scripted.xml().replace("<process id=\"scripted\"", "<process id=\"amended\"");
        visitor.bean(PipelineService.class).deploy(first);
        Page page = failed(visitor, "Ferry", "amended");
        assertThat(page.getByText("Go on with version")).hasCount(0);
        visitor.bean(PipelineService.class).deploy(first.replace("Draw charts", "Draw all charts"));
        page.reload();

        page.getByRole(AriaRole.BUTTON, named("Go on with version 2 …")).click();
        Locator dialog = page.locator("vaadin-confirm-dialog");
        assertThat(dialog).containsText("What has failed there is queued again: \"Measure speeds\".");
        Looks.of(page, "project-version");
        dialog.getByText("Go on", new Locator.GetByTextOptions().setExact(true)).click();

        assertThat(page.getByText("amended version 2")).isVisible();
        assertThat(page.getByText("Go on with version")).hasCount(0);
        assertThat(page.locator("winslow-pipeline-diagram")).containsText("Draw all charts");
    }

    private static void places(Page page) {
        page.getByRole(AriaRole.BUTTON, named("nowhere.json")).click();
        assertThat(page.locator("winslow-text-preview")).containsText("It looks like GeoJSON");
        page.getByRole(AriaRole.BUTTON, named("places.geojson")).click();
        Locator rows = page.locator("winslow-geo-preview tbody tr");
        assertThat(rows).hasCount(200);
        Locator marks = page.locator("winslow-geo-preview circle");
        marks.last().dispatchEvent("click");
        assertThat(rows).hasCount(250);
        assertThat(rows.last()).hasAttribute("aria-selected", "true");
        rows.last().press("ArrowUp");
        assertThat(rows.nth(248)).isFocused();
        page.keyboard().press("Enter");
        assertThat(rows.nth(248)).hasAttribute("aria-selected", "true");
        assertThat(marks.nth(248)).hasClass("point chosen");
        Looks.of(page, "project-places");
    }
}
