package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.winslow.ui.Modelling.choose;
import static dev.winslow.ui.Modelling.named;
import static dev.winslow.ui.Modelling.open;
import static dev.winslow.ui.Modelling.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.pipeline.PatternTrial;
import dev.winslow.api.pipeline.StagePatterns;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.log.LogSearch;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.stage.RecentAttempts;
import dev.winslow.engine.stage.RecentAttempts.Nearness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person tries what they draw: patterns on logs, and the whole of it. */
class TrialIT {
    private static final double WORK_MILLIS = 90_000;

    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial().withWorker();

    @Test
    void patternsAreTriedOnPastedLines() {
        Page page = edit("hello-video");
        choose(page, "Stage: Take a frame");
        open(page, "Patterns in its log");

        page.getByLabel("Lines of a log").fill("Points: 40.5 %\nWARN slow\nERROR no frame\nnothing");
        assertThat(page.locator(".wm-progress")).hasText("Points 40.5 %");
        assertThat(page.locator(".wm-groups").first()).containsText("percent = 40.5");
        assertThat(page.locator(".wm-warns")).hasCount(1);
        page.getByRole(AriaRole.BUTTON, named("+ Add failure pattern")).click();

        assertThat(page.locator(".wm-fails")).hasCount(1);
        assertThat(page.locator(".wm-line mark").last()).hasText("ERROR");
        assertThat(page.getByText("Something is found in 3 lines of 4.")).isVisible();
    }

    @Test
    void patternsAreTriedOnTheLogOfAnAttempt() {
        UUID attempt = attemptAtCutting();
        Page page = edit(Scripted.KEY);
        choose(page, "Stage: Cut film");
        open(page, "Patterns in its log");

        page.getByLabel("Try them on").selectOption(attempt.toString());
        assertThat(page.getByText(Pattern.compile("Something is found in 0 lines of 20,0\\d\\d[.]")))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, named("+ Add progress pattern")).click();
        type(page, "pattern of progress pattern 1", "(?<subject>[a-z]+) (?<percent>\\d+) is cut");
        page.getByRole(AriaRole.BUTTON, named("+ Add failure pattern")).click();
        type(page, "pattern of failure pattern 1", "(?=ahead)");
        page.getByRole(AriaRole.BUTTON, named("+ Add warning pattern")).click();

        assertThat(page.locator(".wm-outcome")).hasText(new Pattern[] {
            Pattern.compile("20,000 lines"), Pattern.compile("cannot be read"), Pattern.compile("1 line")
        });
        assertThat(page.locator(".wm-outcome.wm-wrong")).containsText("'(?=ahead)' cannot be read");
        assertThat(page.getByLabel("pattern of failure pattern 1")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByText(Pattern.compile("Something is found in 20,001 lines of 20,0\\d\\d[.]")))
                .isVisible();
        assertThat(page.locator(".wm-groups").nth(1)).hasText("percent = 2, subject = frame");
        page.locator(".wm-tester").scrollIntoViewIfNeeded();
        Looks.of(page, "modeller-patterns");
    }

    @Test
    void trialThatNobodyWaitsForEndsEarly() throws Exception {
        UUID attempt = attemptAtCutting();

        PatternTrial trial = visitor.bean(LogSearch.class)
                .tryPatterns(attempt, new StagePatterns(List.of(), List.of(), List.of("WARN")), () -> false);

        assertThat(trial.all()).isGreaterThan(20_000);
        assertThat(trial.looked()).isEqualTo(1);
    }

    @Test
    void lateAnswerDoesNotTakeTheNewerOnesPlace() {
        Page page = edit("hello-video");
        choose(page, "Stage: Take a frame");
        open(page, "Patterns in its log");
        page.getByLabel("Lines of a log").fill("Points: 40.5 %");
        assertThat(page.getByText("Something is found in 1 line of 1.")).isVisible();

        // The next question does not reach the server, so that its answer is still to come.
        page.evaluate("window.addEventListener('patterns-tried', event => {"
                + " window.held = event.detail.number; event.stopImmediatePropagation(); }, true)");
        page.getByLabel("Lines of a log").fill("Points: 40.5 %\nnothing");
        page.waitForFunction("window.held");
        Locator modeller = page.locator("winslow-pipeline-modeller");

        modeller.evaluate("modeller => modeller.showTrial(held - 1, JSON.stringify({ refused: 'late' }))");
        modeller.evaluate("modeller => modeller.showTrial(held, JSON.stringify({ refused: 'in time' }))");

        assertThat(page.getByText("in time")).isVisible();
        assertThat(page.getByText("late", new Page.GetByTextOptions().setExact(true)))
                .not()
                .isVisible();
    }

    @Test
    void draftIsTriedAndThrownAway() {
        Page page = edit("hello-video");
        type(page, "Key", "tried");
        type(page, "Name", "Tried");
        choose(page, "Stage: Take a frame");
        page.getByLabel("Arguments, one a line").fill("-c\necho it runs");
        type(page, "Image", "shell:1");
        open(page, "Results");
        page.getByRole(AriaRole.BUTTON, named("Remove result 1")).click();
        open(page, "Time and retries");
        type(page, "Fails after", "long");

        page.getByRole(AriaRole.BUTTON, named("Try it")).click();
        assertThat(page.getByText("Not tried: 1 problem")).isVisible();
        type(page, "Fails after", "PT1H");
        page.getByRole(AriaRole.BUTTON, named("Try it")).click();
        assertThat(page.getByText("The draft runs once, in a project of its own"))
                .isVisible();
        Looks.of(page, "modeller-try");
        page.getByRole(AriaRole.DIALOG).getByLabel("Sample").click();
        page.getByRole(AriaRole.OPTION, named("None: the pipeline needs no video"))
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try it"))
                .click();

        Locator trial = page.getByLabel("Trial", new Page.GetByLabelOptions().setExact(true));
        assertThat(trial)
                .containsText(
                        "Describe the place", new LocatorAssertions.ContainsTextOptions().setTimeout(WORK_MILLIS));
        assertThat(trial).containsText("Waiting");
        Looks.of(page, "modeller-trial");
        assertThat(visitor.bean(PipelineService.class).newest("tried")).isEmpty();
        assertThat(visitor.bean(PipelineService.class).list())
                .extracting(PipelineVersion::name)
                .doesNotContain("Tried");
        trial.getByRole(AriaRole.LINK).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Tried"))).isVisible();
        page.goBack();
        trial.getByRole(AriaRole.BUTTON).click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Throw away"))
                .click();
        assertThat(trial).not().isVisible();
        assertThat(visitor.bean(ProjectService.class).list(Viewer.SYSTEM))
                .extracting(ProjectView::name)
                .doesNotContain("Tried");
    }

    /** Ended, with a long log. */
    private static UUID attemptAtCutting() {
        visitor.bean(PipelineService.class).deploy(Scripted.xml());
        UUID project = visitor.bean(ProjectService.class)
                .create(new CreateProject("Harbour", Scripted.KEY, List.of()))
                .id();
        visitor.bean(RunService.class).start(project, StartRun.with(Map.of("MODE", "lax")));
        RecentAttempts attempts = visitor.bean(RecentAttempts.class);
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> attempts.of(Scripted.KEY, "cut", Viewer.SYSTEM).stream()
                                .filter(attempt -> attempt.nearness() == Nearness.SAME_STAGE
                                        && attempt.state() == AttemptState.SUCCEEDED)
                                .map(RecentAttempts.Recent::id)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Page edit(String key) {
        return Modelling.edit(visitor, key);
    }
}
