package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person looks at pipelines, takes one in, compares its versions and retires it. */
class PipelinesIT {
    private static final Path HELLO =
            Path.of("..", "processes", "src", "main", "resources", "winslow", "pipelines", "hello-video.bpmn");

    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial();

    @Test
    void findsAPipelineAndReadsItsStages() throws IOException {
        Page page = visitor.open("pipelines");

        assertThat(page.getByText("In use").first()).isVisible();
        Looks.of(page, "pipelines");
        page.getByLabel("Filter pipelines").fill("tracking");
        assertThat(page.getByText("hello-video")).hasCount(0);
        page.getByRole(AriaRole.LINK, named("Vehicle tracking")).click();
        page.waitForURL(Pattern.compile(".*/pipelines/vehicle-tracking"));
        page.locator("winslow-pipeline-diagram [data-element-id=detect]")
                .first()
                .click();
        assertThat(details(page)).containsText("Detect vehicles");
        assertThat(details(page)).containsText("winslow/tracker:1");
        assertThat(details(page)).containsText("2 cores, 1 GiB");
        Looks.of(page, "pipeline");
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, named("Download")).click());
        assertThat(download.suggestedFilename()).isEqualTo("vehicle-tracking-1.bpmn");
        assertThat(Files.readString(download.path())).contains("<winslow:stage");
    }

    @Test
    void takesInANewVersionAndShowsWhatChanged() throws IOException {
        Page page = visitor.open("pipeline-import");

        choose(
                page,
                hello().replace("isExecutable=\"true\"", "isExecutable=\"true\" id=\"twice\"")
                        .substring(0, 50));
        assertThat(page.getByText("This is no XML that can be read")).isVisible();
        choose(page, hello().replaceFirst("image=\"[^\"]*\"", "").replaceFirst("cpus=\"1\"", "cpus=\"few\""));
        assertThat(page.getByText("cpus 'few' is no number")).isVisible();
        assertThat(page.locator(".winslow-badge-wrong").first()).isVisible();
        assertThat(deploy(page)).isDisabled();
        Looks.of(page, "pipeline-problems");
        choose(page, hello().replaceFirst("cpus=\"1\"", "cpus=\"2\""));
        assertThat(page.getByText("needs cpus")).isVisible();
        deploy(page).click();
        page.waitForURL(Pattern.compile(".*/pipelines/hello-video"));
        page.getByRole(AriaRole.TAB, named("Versions")).click();
        page.getByRole(AriaRole.LINK, named("What changed: version 2")).click();
        page.waitForURL(Pattern.compile(".*/compare.*"));
        assertThat(page.locator("winslow-pipeline-diagram .winslow-badge-changed"))
                .hasCount(2);
        assertThat(page.locator(".winslow-after")).hasText("2");
        Looks.of(page, "pipeline-compare");
    }

    @Test
    void faultyFileIsMendedInTheModeller() throws IOException {
        Page page = visitor.open("pipeline-import");

        choose(
                page,
                hello().replaceFirst("cpus=\"1\"", "cpus=\"few\"")
                        .replace("id=\"hello-video\"", "id=\"mended\"")
                        .replace("bpmnElement=\"hello-video\"", "bpmnElement=\"mended\""));
        page.getByRole(AriaRole.BUTTON, named("Mend it in the modeller")).click();
        page.getByRole(AriaRole.BUTTON, named("Stage: Take a frame")).click();
        page.locator(".wm-section > summary").getByText("What it needs").click();
        page.getByLabel("Cores").fill("2");
        deploy(page).click();

        page.waitForURL(Pattern.compile(".*/pipelines/mended"));
    }

    @Test
    void retiresAPipelineAndTakesThatBack() {
        Page page = visitor.open("pipelines/vehicle-tracking");

        page.getByRole(AriaRole.BUTTON, named("Retire")).click();
        assertThat(page.getByText("Retired: no new run")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Undo")).click();

        assertThat(page.getByRole(AriaRole.BUTTON, named("Retire"))).isVisible();
        assertThat(page.getByText("Retired: no new run")).hasCount(0);
    }

    @Test
    void unknownPipelineLeadsBackToTheList() {
        Page page = visitor.open("pipelines/none");

        assertThat(page.getByText("There is no pipeline none")).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, named("Pipelines"))).isVisible();
    }

    private static void choose(Page page, String xml) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("mine.bpmn", "application/xml", xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hello() throws IOException {
        return Files.readString(HELLO);
    }

    private static Locator details(Page page) {
        return page.getByRole(AriaRole.REGION, named("Details"));
    }

    private static Locator deploy(Page page) {
        return page.getByRole(AriaRole.BUTTON, named("Deploy"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
