package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.winslow.ui.ProjectPage.WORK_MILLIS;
import static dev.winslow.ui.ProjectPage.failed;
import static dev.winslow.ui.ProjectPage.inside;
import static dev.winslow.ui.ProjectPage.later;
import static dev.winslow.ui.ProjectPage.log;
import static dev.winslow.ui.ProjectPage.named;
import static dev.winslow.ui.ProjectPage.step;
import static dev.winslow.ui.ProjectPage.tab;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person adds files to a project, saves them together, and frees what they occupy. */
class ProjectFilesIT {
    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial().withWorker().withPipeline(Scripted.xml());

    @Test
    void filesAreAddedWhileARunIsOpenTakenOutAgainAndSavedTogether() throws IOException {
        Page page = failed(visitor, "Quay");
        tab(page, "Files");
        Path sent = Files.createDirectories(visitor.data().resolve("sent"));
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
    void whatAProjectOccupiesIsShownAndFreedByRule() {
        Page page = failed(visitor, "Storage");
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
        Page page = failed(visitor, "Weir");
        step(page).getByRole(AriaRole.BUTTON, inside("Add files here")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("The next attempt finds them in its workspace");
        dialog.getByLabel("Folder of the workspace").fill("extra");
        dialog.getByLabel("Folder of the workspace").press("Tab");
        Path sent = Files.createDirectories(visitor.data().resolve("weir"));
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
        Page page = visitor.open("projects/"
                + visitor.system().projectOf("local", "Lock", Scripted.KEY).id() + "?tab=files");

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
        Path folder = visitor.data().resolve("named");
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
}
