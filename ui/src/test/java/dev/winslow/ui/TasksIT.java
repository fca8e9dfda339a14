package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person takes a task from the inbox and sets points by mouse and keyboard; another window of the same task is told. */
class TasksIT {
    private static final double WORK_MILLIS = 90_000;

    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial().withWorker().withPipeline(Marked.xml());

    @Test
    void pointsAreSetByMouseAndKeyboardAndSurviveAReload() {
        RunView run = startedRun();
        Page page = takenFromTheInbox();

        setPoints(page);
        assertThat(marks(page)).hasCount(4);
        drawRegion(page);
        page.getByLabel("x in m of point 1").fill("12.5");
        page.keyboard().press("Enter");
        assertThat(page.locator("winslow-frame-annotator .check"))
                .containsText("Point 1 has only one of its two metres");
        Looks.of(page, "points");
        page.reload();

        assertThat(marks(page)).hasCount(4);
        assertThat(page.getByLabel("x in m of point 1")).hasValue("12.5");
        assertThat(page.locator("winslow-frame-annotator .shape.region")).hasCount(1);
        anotherWindowAddsAPoint(page);
        page.getByRole(AriaRole.BUTTON, named("Use these points")).click();
        page.waitForURL(Pattern.compile(".*/projects/.*"));
        assertThat(answer(run)).contains("\"Region 1\"", "\"xMetres\":12.5", "\"id\":5");
    }

    private static RunView startedRun() {
        var project = visitor.bean(ProjectService.class).create(new CreateProject("Bridge", Marked.KEY, List.of()));
        return visitor.bean(RunService.class)
                .start(project.id(), new StartRun(Map.of(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Page takenFromTheInbox() {
        Page page = visitor.open("inbox");
        Locator task = page.getByRole(AriaRole.LINK, named("Set points"));
        assertThat(task).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WORK_MILLIS));
        page.getByRole(AriaRole.BUTTON, named("Take it on")).click();
        assertThat(page.getByText("You do it")).isVisible();
        Looks.of(page, "inbox");
        task.click();
        assertThat(page.locator("winslow-frame-annotator image")).hasAttribute("width", "800");
        return page;
    }

    private static void setPoints(Page page) {
        BoundingBox frame = frame(page);
        page.mouse().click(frame.x + 100, frame.y + 100);
        page.mouse().click(frame.x + 500, frame.y + 110);
        page.mouse().click(frame.x + 480, frame.y + 300);
        page.keyboard().press("Control+z");
        assertThat(marks(page)).hasCount(2);
        page.keyboard().press("Control+Shift+z");
        assertThat(marks(page)).hasCount(3);
        page.keyboard().press("Escape");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Enter");
        Locator last = marks(page).last();
        assertThat(last).hasAttribute("aria-label", "Point 4 at 400, 235");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Alt+ArrowUp");
        assertThat(last).hasAttribute("aria-label", "Point 4 at 401, 234.9");
    }

    private static void drawRegion(Page page) {
        BoundingBox frame = frame(page);
        page.keyboard().press("r");
        page.mouse().click(frame.x + 150, frame.y + 150);
        page.mouse().click(frame.x + 300, frame.y + 160);
        page.mouse().click(frame.x + 250, frame.y + 260);
        page.keyboard().press("e");
        assertThat(page.getByLabel("Name of Region 1")).isVisible();
    }

    private static void anotherWindowAddsAPoint(Page page) {
        Page other = visitor.openWindow(page.url());
        assertThat(page.getByText("open in another window of yours")).isVisible();
        assertThat(other.locator("winslow-frame-annotator image")).hasAttribute("width", "800");
        assertThat(marks(other)).hasCount(4);
        // It moves the frame down.
        assertThat(other.getByText("open in another window of yours")).isVisible();
        BoundingBox frame = frame(other);
        other.mouse().click(frame.x + 350, frame.y + 200);
        assertThat(marks(other)).hasCount(5);
        assertThat(page.getByText("You have changed this answer in another window"))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, named("Show theirs")).click();
        assertThat(marks(page)).hasCount(5);
        other.close();
    }

    private static String answer(RunView run) {
        FileService files = visitor.bean(FileService.class);
        FileView answer = files.files(run.projectId(), Optional.of(run.id()), Area.WORKSPACE).stream()
                .filter(file -> file.path().equals("reference-points.json"))
                .findFirst()
                .orElseThrow();
        return files.text(answer.id());
    }

    private static Locator marks(Page page) {
        return page.locator("winslow-frame-annotator .point");
    }

    private static BoundingBox frame(Page page) {
        assertThat(page.locator("winslow-frame-annotator image")).hasAttribute("width", "800");
        return page.locator("winslow-frame-annotator .stage > svg").boundingBox();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
