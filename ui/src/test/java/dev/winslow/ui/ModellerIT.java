package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.winslow.ui.Modelling.choose;
import static dev.winslow.ui.Modelling.named;
import static dev.winslow.ui.Modelling.open;
import static dev.winslow.ui.Modelling.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.winslow.api.pipeline.PipelineChange;
import dev.winslow.api.pipeline.PipelineContent;
import dev.winslow.engine.pipeline.PipelineHistory;
import dev.winslow.engine.pipeline.PipelineService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person draws pipelines by keyboard and mouse. */
class ModellerIT {
    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial().withWorker();

    @Test
    void newPipelineIsDrawnFromATemplateByKeyboardAndDeployed() {
        Page page = visitor.open("pipelines");
        page.getByRole(AriaRole.BUTTON, named("New pipeline")).click();
        Looks.of(page, "modeller-templates");
        page.getByRole(AriaRole.LINK, named("One stage")).click();

        type(page, "Key", "counting");
        type(page, "Name", "Counting");
        choose(page, "Stage: Work on the video");
        type(page, "Name", "Count");
        type(page, "Id", "count");
        open(page, "What follows");
        remove(page, "Flow to Done");
        choose(page, "Stage: Count");
        page.getByRole(AriaRole.BUTTON, named("Add after this: Step for a person"))
                .press("Enter");
        assertThat(page.locator(".wm-head h2")).hasText("New step");
        type(page, "Name", "Check the count");
        type(page, "Id", "check");
        lead(page, "Done");
        assertThat(page.getByText("Deploying makes a new pipeline with the key counting"))
                .isVisible();
        deploy(page);

        page.waitForURL(Pattern.compile(".*/pipelines/counting"));
        PipelineContent content = history().content("counting", 1);
        assertThat(content.stages()).extracting(PipelineContent.Stage::id).containsExactly("count");
        assertThat(content.tasks()).extracting(PipelineContent.Task::name).containsExactly("Check the count");
    }

    @Test
    void whatIsTypedLastIsDeployedAndNothingElseChanges() {
        Page page = edit("vehicle-tracking");
        choose(page, "Stage: Detect vehicles");
        open(page, "What it needs");

        page.getByLabel("Cores").fill("4");
        deploy(page);

        page.waitForURL(Pattern.compile(".*/pipelines/vehicle-tracking"));
        assertThat(history().diff("vehicle-tracking", 1, 2).changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.element()).isEqualTo("detect");
                    assertThat(change.details())
                            .extracting(PipelineChange.Detail::trait)
                            .containsExactly("needs cpus");
                });
    }

    @Test
    void problemsShowOnTheElementWhileOneEdits() {
        Page page = edit("hello-video");
        choose(page, "Stage: Take a frame");
        open(page, "Time and retries");

        type(page, "Fails after", "long");

        assertThat(page.locator("winslow-pipeline-modeller .winslow-badge-wrong"))
                .hasText("! 1");
        assertThat(page.locator(".wm-problems")).containsText("timeout 'long' is no duration");
        assertThat(page.getByText("1 problem to mend first")).isVisible();
        Looks.of(page, "modeller");
        type(page, "Fails after", "PT1H");
        assertThat(page.locator("winslow-pipeline-modeller .winslow-badge-wrong"))
                .hasCount(0);
    }

    /** A page that is loaded takes its elements out and in again; what comes late must not meet an editor that is closed. */
    @Test
    void opensThoughItsStylesComeLate() {
        Page page = visitor.openWindow("about:blank");
        page.route(Pattern.compile(".*/editor-[^/]*[.]css.*"), route -> {
            page.waitForTimeout(700);
            route.resume();
        });

        page.navigate(visitor.address() + "modeller/vehicle-tracking");

        choose(page, "Stage: Detect vehicles");
        assertThat(page.locator(".wm-notice")).isEmpty();
    }

    @Test
    void copyOfWhatCannotBeDrawnSaysSo() {
        Page page = edit("hello-video");

        page.evaluate("""
                () => {
                  const modeller = document.createElement('winslow-pipeline-modeller');
                  Object.assign(modeller, { xml: '<nonsense', draftKey: 'copy:nonsense', copyKey: 'nonsense-copy' });
                  document.querySelector('main').append(modeller);
                }
                """);

        assertThat(page.getByText(Pattern.compile("This pipeline cannot be drawn")))
                .isVisible();
    }

    @Test
    void stageRunsOnceForEachItemOfAList() {
        Page page = edit("hello-video");
        type(page, "Key", "each");
        choose(page, "Stage: Take a frame");
        open(page, "List");
        page.getByLabel("Runs once for each item of a list").check();

        type(page, "Item", "2nd");
        assertThat(page.locator(".wm-problems")).containsText("does not say of which list it takes each item");
        assertThat(page.locator("winslow-pipeline-modeller .winslow-badge-wrong"))
                .hasText("! 1");
        Looks.of(page, "modeller-list");
        type(page, "Item", "FILM");
        type(page, "List", "FILMS");
        page.getByLabel("One after the other").check();
        deploy(page);

        page.waitForURL(Pattern.compile(".*/pipelines/each"));
        assertThat(history().xml("each", 1))
                .containsPattern("<(bpmn:)?multiInstanceLoopCharacteristics [^>]*isSequential=\"true\"")
                .contains("collection=\"FILMS\"", "elementVariable=\"FILM\"");
    }

    @Test
    void stepThatTakesTooLongGoesAnotherWay() {
        Page page = edit("hello-video");
        type(page, "Key", "limited");
        choose(page, "Step for a person: Describe the place");
        type(page, "Belongs to", "local");
        open(page, "What follows");
        page.getByRole(AriaRole.BUTTON, named("Add a time limit to this")).click();
        assertThat(page.locator(".wm-head h2")).hasText("Takes too long");
        assertThat(page.locator(".wm-problems")).containsText("No flow leads on from it");

        type(page, "For", "P2D");
        page.getByLabel("Ends the step").uncheck();
        lead(page, "Described");
        assertThat(page.locator(".wm-problems")).hasCount(0);
        Looks.of(page, "modeller-limit");
        deploy(page);

        page.waitForURL(Pattern.compile(".*/pipelines/limited"));
        assertThat(history().xml("limited", 1))
                .containsPattern("boundaryEvent [^>]*cancelActivity=\"false\"[^>]*attachedToRef=\"describe\"")
                .contains(">P2D</", "flowable:assignee=\"local\"");
    }

    @Test
    void draftGoesIntoAFileAndAFileBecomesTheDraft() throws IOException {
        Page page = edit("hello-video");
        type(page, "Name", "Of this browser");

        Download saved =
                page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, named("Download the draft as a BPMN file"))
                        .click());
        String xml = Files.readString(saved.path());
        openFile(page, "mine.bpmn", xml.replace("Of this browser", "Of a file"));

        assertThat(saved.suggestedFilename()).isEqualTo("hello-video.bpmn");
        assertThat(page.locator(".wm-head h2")).hasText("Of a file");
        assertThat(page.getByText("mine.bpmn is open, as a draft.")).isVisible();
        Looks.of(page, "modeller-file");
        page.getByRole(AriaRole.BUTTON, named("Undo")).click();
        assertThat(page.locator(".wm-head h2")).hasText("Of this browser");
        openFile(page, "notes.bpmn", "no XML");
        assertThat(page.getByText("This pipeline cannot be drawn")).isVisible();
        assertThat(page.locator(".wm-head h2")).hasText("Of this browser");
    }

    private static void openFile(Page page, String name, String xml) {
        page.locator("winslow-pipeline-modeller input[type=file]")
                .setInputFiles(new FilePayload(name, "application/xml", xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void draftOutlivesAReload() {
        Page page = edit("hello-video");
        type(page, "Name", "Hello again");
        assertThat(page.getByText("Draft kept in this browser")).isVisible();

        page.reload();
        assertThat(page.getByText("This is your draft of")).isVisible();
        assertThat(page.locator(".wm-head h2")).hasText("Hello again");
        page.getByRole(AriaRole.BUTTON, named("Throw it away")).click();

        assertThat(page.locator(".wm-head h2")).hasText("Hello, video");
        page.getByText("The draft is thrown away.").isVisible();
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        Page page = edit("hello-video");
        String foreign = "<x:note xmlns:x=\"urn:x\" kind=\"a\"><x:inner>text</x:inner></x:note>";
        String xml = history()
                .xml("hello-video", 1)
                .replaceFirst("<winslow:stage ", foreign + "<winslow:stage later=\"1\" ")
                .replaceFirst("<winslow:arg>", "<winslow:unheard mode=\"2\"/><winslow:arg>")
                .replaceFirst("<serviceTask ", "<serviceTask flowable:unheard=\"3\" ");
        page.evaluate(
                "xml => localStorage.setItem('winslow.draft.hello-video', JSON.stringify({ xml, time: 0, base: '1' }))",
                xml);
        page.reload();

        choose(page, "Stage: Take a frame");
        type(page, "Image", "other:2");

        String saved = (String) page.evaluate("document.querySelector('winslow-pipeline-modeller').currentXml()");
        assertThat(saved)
                .contains("image=\"other:2\"", "later=\"1\"", "mode=\"2\"", "flowable:unheard=\"3\"", "kind=\"a\"")
                .contains("<x:inner>text</x:inner>");
    }

    @Test
    void conditionsAndDefaultsOfFlowsCanBeEdited() {
        Page page = edit("vehicle-tracking");
        choose(page, "Decision: Good?");
        assertThat(page.getByLabel("When no condition holds")).hasValue("decide-to-done");
        open(page, "What follows");
        page.getByRole(AriaRole.BUTTON, named("Flow to Detect vehicles")).click();

        type(page, "Taken if", "${decision.delete()}");

        assertThat(page.locator(".wm-problems")).containsText("reaches beyond variables");
        page.getByRole(AriaRole.BUTTON, named("Undo (Ctrl-Z)")).click();
        assertThat(page.getByLabel("Taken if")).hasValue("${decision == 'redo'}");
    }

    @Test
    void pipelineWithoutADrawingIsDrawn() {
        String xml = history().xml("hello-video", 1).replace("id=\"hello-video\"", "id=\"undrawn\"");
        String undrawn = xml.replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
        assertThat(visitor.bean(PipelineService.class).deploy(undrawn))
                .isInstanceOf(PipelineService.Deployment.Deployed.class);

        Page page = visitor.open("pipelines/undrawn");
        assertThat(page.locator("winslow-pipeline-diagram .djs-shape[data-element-id=describe]"))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, named("Edit")).click();
        choose(page, "Stage: Take a frame");

        assertThat(page.locator("winslow-pipeline-modeller .djs-connection")).hasCount(3);
    }

    @Test
    void stagesAndFormsAreFilledInByThePanel() {
        Page page = edit("hello-video");
        type(page, "Key", "filled");
        choose(page, "Stage: Take a frame");
        page.getByLabel("Arguments, one a line").fill("take\n--fast");
        open(page, "Environment");
        page.getByRole(AriaRole.BUTTON, named("+ Add variable")).click();
        type(page, "name of variable 1", "SPEED");
        type(page, "value of variable 1", "${SPEED:-2}");
        open(page, "What it needs");
        type(page, "GPUs", "1");
        open(page, "Results");
        page.getByRole(AriaRole.BUTTON, named("Remove result 1")).click();
        page.getByRole(AriaRole.BUTTON, named("+ Add result")).click();
        type(page, "path of result 1", "frame.png");
        page.getByLabel("need not be there").check();
        choose(page, "Step for a person: Describe the place");
        open(page, "Fields");
        page.getByLabel("type of field 1").selectOption("number");
        page.getByLabel("must be filled in").first().uncheck();
        deploy(page);

        page.waitForURL(Pattern.compile(".*/pipelines/filled"));
        PipelineContent.Stage stage = history().content("filled", 1).stages().getFirst();
        assertThat(stage.arguments()).containsExactly("take", "--fast");
        assertThat(stage.environment()).isEqualTo(Map.of("SPEED", "${SPEED:-2}"));
        assertThat(stage.requires().gpus()).isEqualTo(1);
        assertThat(stage.outputs()).containsExactly(new PipelineContent.Output("frame.png", "Result", true));
        assertThat(history().xml("filled", 1)).containsPattern("variable=\"PLACE\"[^>]*type=\"number\"");
    }

    private static Page edit(String key) {
        return Modelling.edit(visitor, key);
    }

    private static PipelineHistory history() {
        return visitor.bean(PipelineHistory.class);
    }

    private static void remove(Page page, String flow) {
        page.getByRole(AriaRole.BUTTON, named(flow)).click();
        assertThat(page.locator(".wm-type")).hasText("Flow");
        page.locator(".wm-danger").click();
        assertThat(page.locator(".wm-steps")).isVisible();
    }

    private static void lead(Page page, String target) {
        page.getByLabel("Lead to").selectOption(target);
    }

    private static void deploy(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Deploy")).click();
    }
}
