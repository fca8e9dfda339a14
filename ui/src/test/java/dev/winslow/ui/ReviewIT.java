package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person judges a film by its charts, and by what is in view over its time. */
class ReviewIT {
    private static final double WORK_MILLIS = 90_000;

    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial().withWorker().withPipeline(Reviewed.xml());

    @Test
    void filmIsJudgedByChartsBesideItAndByItsTime() {
        startRun();
        Page page = visitor.open("inbox");
        openTask(page);

        followTheFilm(page);
        lookAtCharts(page);
        Looks.of(page, "review-charts");
        chartsFollowTheFilmWhereThereIsNoRoomBesideIt(page);
        redo(page, "20");
        page.navigate(visitor.address() + "inbox");
        openTask(page);
        compare(page);
    }

    private static void startRun() {
        var project = visitor.bean(ProjectService.class).create(new CreateProject("Bridge", Reviewed.KEY, List.of()));
        visitor.bean(RunService.class).start(project.id(), StartRun.with(Map.of()));
    }

    private static void openTask(Page page) {
        Locator task = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Review the result"));
        assertThat(task).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WORK_MILLIS));
        task.click();
        assertThat(page.locator("winslow-track-review table")).containsText("Vehicles");
        // The film is there.
        assertThat(page.getByLabel("Place in the film")).hasAttribute("max", Pattern.compile("12\\.\\d+"));
    }

    /** By the keyboard, then by a click into the curve. */
    private static void followTheFilm(Page page) {
        Locator time = time(page);
        time.focus();
        page.keyboard().press("ArrowRight");
        assertThat(time).hasAttribute("aria-valuetext", "1.0 s, In view: 2, Mean speed: 38 km/h");
        assertThat(page.locator("winslow-track-review .time")).containsText("frame 25");
        page.keyboard().press("End");
        assertThat(time).hasAttribute("aria-valuetext", "12.0 s, In view: 1, Mean speed: 36 km/h");
        assertThat(page.locator("winslow-track-review .time")).containsText(Pattern.compile("frame 30[01]"));
        BoundingBox curve = time.locator("svg").first().boundingBox();
        page.mouse().click(curve.x + curve.width / 4, curve.y + curve.height / 2);
        assertThat(page.locator("winslow-track-review .time")).containsText(Pattern.compile("frame 7[4-7]"));
        assertThat(time.locator(".strip").first()).containsText("In view: 2");
    }

    private static void lookAtCharts(Page page) {
        BoundingBox film = page.locator("winslow-track-review video").boundingBox();
        BoundingBox chart = page.locator(".winslow-charts > a img").boundingBox();
        assertThat(chart.x).isGreaterThanOrEqualTo(film.x + film.width);
        assertThat(chart.y + chart.height).isLessThan(900);
        assertThat(page.locator(".winslow-charts > a")).containsText("Flow");

        Locator heat = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Heat map"));
        heat.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".winslow-charts > a")).containsText("Heat map");
        assertThat(heat).hasAttribute("aria-pressed", "true");
    }

    private static void chartsFollowTheFilmWhereThereIsNoRoomBesideIt(Page page) {
        page.setViewportSize(390, 844);
        page.waitForFunction("""
                () => {
                  const film = document.querySelector('winslow-track-review').getBoundingClientRect();
                  const gap = document.querySelector('.winslow-charts').getBoundingClientRect().top - film.bottom;
                  return gap >= 0 && gap < 40;
                }""");
        page.setViewportSize(1440, 900);
        // As high as the film needs it, also after the room has changed.
        page.waitForFunction("""
                () => {
                  const pane = document.querySelector('winslow-track-review').shadowRoot.querySelector('.pane').getBoundingClientRect();
                  return pane.width > 390 && Math.abs(pane.height - pane.width * 9 / 16) < 2;
                }""");
    }

    private static void redo(Page page, String speed) {
        page.getByLabel("Speed in m/s").fill(speed);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Redo from \"Track"))
                .click();
        page.waitForURL(Pattern.compile(".*/projects/.*"));
    }

    private static void compare(Page page) {
        page.getByLabel("Compare with").selectOption(new SelectOption().setIndex(1));
        assertThat(time(page).locator(".strip").last()).containsText("before: 36 km/h");
        assertThat(time(page).locator(".strip").last()).containsText("Mean speed: 72 km/h");
        assertThat(time(page).locator(".strip").last().locator("path.before")).isVisible();
        Looks.of(page, "review-compared");
    }

    private static Locator time(Page page) {
        return page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Vehicles and speed over the film"));
    }
}
