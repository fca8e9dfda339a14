package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
        assertThat(chromium.closePages()).isEmpty();
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
        Page page = failedProject("Tunnel");
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
    void filesAreAddedWhileARunIsOpenTakenOutAgainAndSavedTogether() throws IOException {
        Page page = failedProject("Quay");
        tab(page, "Files");
        Path sent = Files.createDirectories(data.resolve("sent"));
        Path notes = Files.writeString(sent.resolve("wind.txt"), "wind from the east");
        Path model = Files.write(sent.resolve("model.onnx"), new byte[20_000]);
        Locator before = page.getByRole(AriaRole.BUTTON, named("speeds.csv"));
        before.evaluate("button => button.kept = true");
        page.locator("winslow-video-upload input[type=file]").setInputFiles(new Path[] {notes, model});
        assertThat(page.locator("winslow-video-upload .words")).hasText("2 files have arrived.");
        assertThat(page.getByRole(AriaRole.BUTTON, named("model.onnx"))).isVisible();
        assertThat(before).hasJSProperty("kept", true);
        page.getByRole(AriaRole.BUTTON, named("wind.txt")).click();
        assertThat(page.locator("winslow-text-preview")).containsText("wind from the east");
        Looks.of(page, "project-files-added");

        page.getByLabel("Remove wind.txt").click();
        page.locator("vaadin-confirm-dialog")
                .getByText("Remove", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("wind.txt"))).hasCount(0);

        assertThat(saved(page, page.getByLabel("Download all: Results")))
                .contains("speeds.csv", "scale.json", "plots/gaps.csv");
        assertThat(saved(page, page.getByLabel("Download folder plots"))).containsExactly("plots/gaps.csv");
        tab(page, "History");
        page.locator("vaadin-grid").getByLabel("Files of Cut film, attempt 1").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("What attempt 1 of Cut film left");
        assertThat(saved(page, page.getByRole(AriaRole.DIALOG).getByLabel("Download all: Results")))
                .contains("speeds.csv", "plots/gaps.csv");
        Looks.of(page, "attempt-files");
    }

    @Test
    void runGoesOnWithANewerVersionOfItsPipeline() {
        String first = Scripted.xml().replace("<process id=\"scripted\"", "<process id=\"amended\"");
        system.bean(PipelineService.class).deploy(first);
        Page page = failedProject("Ferry", "amended");
        assertThat(page.getByText("Go on with version")).hasCount(0);
        system.bean(PipelineService.class).deploy(first.replace("Draw charts", "Draw all charts"));
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

    @Test
    void whatAProjectOccupiesIsShownAndFreedByRule() {
        Page page = failedProject("Storage");
        page.locator("winslow-pipeline-diagram [data-element-id=cut][tabindex]").focus();
        page.keyboard().press("Enter");
        step(page).getByText("Redo from here").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, inside("Redo from here"))
                .click();
        tab(page, "History");
        assertThat(page.locator("winslow-gantt .bar.failed")).hasCount(2, later());
        tab(page, "Files");
        page.getByText("What it occupies, and how to free some of it").click();
        Locator storage = page.locator(".winslow-files-panel .winslow-storage");
        assertThat(storage.getByRole(AriaRole.LISTITEM)).containsText("2 attempts");
        storage.getByRole(AriaRole.BUTTON, inside("Free some of it …")).scrollIntoViewIfNeeded();
        Looks.of(page, "project-storage");
        storage.getByRole(AriaRole.BUTTON, inside("Free some of it …")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Nothing would go by that.");
        dialog.getByLabel("What failed, was aborted or lost").uncheck();
        assertThat(dialog).containsText("Choose at least one.");
        Locator free = dialog.getByRole(AriaRole.BUTTON, inside("Free"));
        assertThat(free).isDisabled();
        dialog.getByLabel("Earlier attempts of each stage").check();
        assertThat(dialog).containsText("would be free");
        assertThat(dialog.getByRole(AriaRole.LISTITEM)).containsText("1 attempt");
        Looks.of(page, "project-storage-free");

        free.click();

        assertThat(storage.getByRole(AriaRole.LISTITEM)).containsText("1 attempt");
    }

    @Test
    void filesAreAddedToAStepThatWaitsAndFoundByItsNextAttempt() throws IOException {
        Page page = failedProject("Weir");
        step(page).getByRole(AriaRole.BUTTON, inside("Add files here")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("The next attempt finds them in its workspace");
        dialog.getByLabel("Folder of the workspace").fill("extra");
        dialog.getByLabel("Folder of the workspace").press("Tab");
        Path sent = Files.createDirectories(data.resolve("weir"));
        dialog.locator("winslow-video-upload input[type=file]").setInputFiles(new Path[] {
            Files.writeString(sent.resolve("zones.txt"), "zone north\n"),
            Files.writeString(sent.resolve("wrong.txt"), "zone south\n")
        });
        assertThat(dialog.locator("winslow-video-upload .words")).hasText("2 files have arrived.");
        assertThat(dialog.locator(".winslow-list li")).hasCount(2);
        Looks.of(page, "step-files");
        dialog.getByLabel("Remove extra/wrong.txt").click();
        assertThat(dialog.locator(".winslow-list li")).hasCount(1);
        dialog.getByRole(AriaRole.BUTTON, inside("Close")).click();

        step(page).getByRole(AriaRole.BUTTON, inside("Try again")).click();
        step(page)
                .getByLabel("Log of Measure speeds, attempt 2")
                .click(new Locator.ClickOptions().setTimeout(WORK_MILLIS));
        assertThat(log(page))
                .containsText("zone north", new LocatorAssertions.ContainsTextOptions().setTimeout(WORK_MILLIS));
        tab(page, "History");
        assertThat(page.locator(".winslow-events"))
                .containsText("added extra/zones.txt to the workspace of \"Measure speeds\"");
    }

    /** The page's server is played, since it has nothing against ordinary files. */
    @Test
    void refusedFileKeepsNoOtherFromItsPlace() {
        Page page = failedProject("Lock");
        tab(page, "Files");

        page.evaluate("""
                () => {
                  const upload = document.createElement('winslow-video-upload');
                  upload.id = 'played';
                  upload.setAttribute('several', '');
                  upload.addEventListener('upload-begin', ({ detail }) => setTimeout(() => detail.name === 'b.txt'
                    ? upload.refused('no such name') : upload.begun(JSON.stringify({ objectKey: 'k', uploadId: 'u', parts: [] }))));
                  window.told = [];
                  upload.addEventListener('upload-complete', ({ detail }) => { window.told.push(detail.name + detail.sha256.slice(0, 4)); setTimeout(() => upload.completed()); });
                  document.body.append(upload);
                }""");
        Path folder = data.resolve("named");
        page.locator("#played input").setInputFiles(new Path[] {
            written(folder, "a.txt"), written(folder, "b.txt"), written(folder, "c.txt"), written(folder, "d.txt")
        });

        assertThat(page.locator("#played .words")).hasText("3 files have arrived.\nb.txt: no such name");
        assertThat(page.evaluate("window.told.map(each => each.slice(0, 5)).join()"))
                .isEqualTo("a.txt,c.txt,d.txt");
        assertThat(page.evaluate("new Set(window.told.map(each => each.slice(5))).size"))
                .as("each with a hash of its own")
                .isEqualTo(3);
    }

    private static Path written(Path folder, String name) {
        try {
            return Files.writeString(Files.createDirectories(folder).resolve(name), "this is " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in the archive that a link leads to. */
    private static List<String> saved(Page page, Locator link) throws IOException {
        Path archive = page.waitForDownload(link::click).path();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
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

    private static Page failedProject(String name) {
        return failedProject(name, Scripted.KEY);
    }

    private static Page failedProject(String name, String pipeline) {
        UUID project = system.bean(ProjectService.class)
                .create(new CreateProject(name, pipeline, List.of()))
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

    private static LocatorAssertions.HasCountOptions later() {
        return new LocatorAssertions.HasCountOptions().setTimeout(WORK_MILLIS);
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
