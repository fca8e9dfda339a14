package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import dev.winslow.api.node.NodeLoad;
import dev.winslow.api.node.Traffic;
import dev.winslow.api.worker.Telemetry;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.node.Utilisation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A person takes a video through the vehicle-tracking pipeline with nothing but the browser. */
class PagesIT {
    /** Stages decode and encode video; on a busy machine that takes a while. */
    private static final double STAGES_MILLIS = 240_000;

    private static final Pattern PROJECT = Pattern.compile(".*/projects/.*");
    private static final Pattern LOAD = Pattern.compile("CPU 42 %, Memory 3.1 GB, Network .*");
    private static final Pattern TASK = Pattern.compile(".*/tasks/.*");

    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial().withWorker();

    @Test
    void videoBecomesTrajectoriesWithARedoOnTheWay(@TempDir Path folder) throws Exception {
        Page page = visitor.open("");

        createProject(page, "Junction in the morning", Clip.beginning(folder));
        setReferencePoints(page);
        redo(page, "15");
        approve(page);

        assertThat(page.getByText("Succeeded").first()).isVisible();
        assertThat(page.locator("video")).hasCount(1);
        assertThat(page.locator(".winslow-gallery img")).hasCount(7);
        assertThat(page.getByText("trajectories.csv").first()).isVisible();
        page.getByRole(AriaRole.TAB, named("History")).click();
        assertThat(page.getByLabel("Log of Detect vehicles, attempt 2")).isVisible();
        page.getByLabel("Log of Detect vehicles, attempt 2").click();
        assertThat(page.locator("winslow-attempt-log")).containsText("100.0 %");
        assertThat(playedSeconds(page)).isGreaterThan(0);
    }

    @Test
    void unknownProjectLeadsBackToTheList() {
        Page page = visitor.open("projects/0197c0de-0000-7000-8000-000000000000");

        assertThat(page.getByText("There is no such project")).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, named("Projects").setExact(true)))
                .isVisible();
        Looks.of(page, "projects");
    }

    @Test
    void nodeShowsWhatItOffers() {
        Page page = visitor.open("nodes");

        // The worker may still be joining.
        assertThat(page.getByText("test-node"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(STAGES_MILLIS));
        assertThat(page.locator(".winslow-state-online")).isVisible();
        Locator curves = page.locator("winslow-node-curves");
        // Again and again, since the worker measures its machine as well.
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            tellLoad();
                            return Optional.ofNullable(curves.getAttribute("aria-label"));
                        },
                        label -> label.filter(LOAD.asMatchPredicate()).isPresent());
        page.getByRole(AriaRole.BUTTON, named("Drain test-node")).click();
        assertThat(page.locator(".winslow-state-draining")).isVisible();
        Looks.of(page, "nodes");
        page.getByRole(AriaRole.BUTTON, named("test-node takes stages again")).click();
        assertThat(page.locator(".winslow-state-online")).isVisible();
    }

    /** As a worker does that measures its machine, by a clock that is a little ahead: it stays the newest for a while. */
    private static void tellLoad() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        NodeLoad load = new NodeLoad(
                now.plusSeconds(4), 0.42, 3_100_000_000L, new Traffic(1000, 2000), new Traffic(0, 0), List.of());
        visitor.bean(Utilisation.class)
                .take(
                        visitor.bean(NodeService.class).list().getFirst().id(),
                        new Telemetry(now, List.of(load), List.of(), List.of()));
    }

    private static void createProject(Page page, String name, Path film) {
        page.getByRole(AriaRole.BUTTON, named("New project")).click();
        page.getByLabel("Name").fill(name);
        page.locator("winslow-video-upload input[type=file]").setInputFiles(film);
        page.getByRole(AriaRole.BUTTON, named("Create and start")).click();
        page.waitForURL(PROJECT);
        assertThat(page.locator("winslow-pipeline-diagram .winslow-badge").first())
                .isVisible();
    }

    private static void setReferencePoints(Page page) {
        openTask(page);
        Locator marks = page.locator("winslow-frame-annotator .point");
        assertThat(marks.first()).isVisible();
        int suggested = marks.count();
        assertThat(page.locator("winslow-frame-annotator image")).hasAttribute("width", Pattern.compile("\\d+"));
        page.getByRole(AriaRole.BUTTON, named("Measure")).click();
        BoundingBox frame = page.locator("winslow-frame-annotator .stage > svg").boundingBox();
        page.mouse().click(frame.x + 200, frame.y + 300);
        page.mouse().click(frame.x + 400, frame.y + 300);
        page.getByLabel("Metres", new Page.GetByLabelOptions().setExact(true)).fill("50");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("metres per pixel")).not().hasValue("");
        page.getByRole(AriaRole.BUTTON, named("Point").setExact(true)).click();
        page.mouse().click(frame.x + 350, frame.y + 320);
        assertThat(marks).hasCount(suggested + 1);
        page.keyboard().press("Control+z");
        assertThat(marks).hasCount(suggested);
        page.getByRole(AriaRole.BUTTON, named("Use these points")).click();
        page.waitForURL(PROJECT);
    }

    private static void redo(Page page, String threshold) {
        openTask(page);
        lookAtAVehicle(page);
        page.getByLabel("Contrast from which").fill(threshold);
        page.getByRole(AriaRole.BUTTON, named("Redo from \"Detect")).click();
        page.waitForURL(PROJECT);
    }

    /** Frame by frame over the film, then the speed of one vehicle. */
    private static void lookAtAVehicle(Page page) {
        Locator review = page.locator("winslow-track-review");
        assertThat(review.locator("table")).containsText("Vehicles");
        review.locator(".panes").focus();
        page.keyboard().press(".");
        assertThat(review.locator(".time")).containsText("frame 1");
        page.keyboard().press(".");
        assertThat(review.locator(".time")).containsText("frame 2");
        page.keyboard().press(",");
        assertThat(review.locator(".time")).containsText("frame 1");
        page.keyboard().press("n");
        assertThat(review.locator(".vehicle svg")).isVisible();
        assertThat(review.locator(".vehicle")).containsText("km/h at most");
        Looks.of(page, "review");
    }

    private static void approve(Page page) {
        openTask(page);
        page.getByLabel("Compare with").selectOption(new SelectOption().setIndex(1));
        assertThat(page.locator("winslow-track-review table")).containsText("Before");
        assertThat(page.getByLabel("Contrast from which")).hasValue("15");
        page.getByRole(AriaRole.BUTTON, named("Approve")).click();
        page.waitForURL(PROJECT);
    }

    private static void openTask(Page page) {
        Locator link = page.getByText("Do it now").first();
        assertThat(link).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(STAGES_MILLIS));
        link.click();
        page.waitForURL(TASK);
    }

    /** Of the result video, which the browser must be able to decode and to seek in. */
    private static double playedSeconds(Page page) {
        page.getByRole(AriaRole.TAB, named("Results")).click();
        return ((Number) page.locator("video").evaluate("""
                video => new Promise((resolve, reject) => {
                  video.onseeked = () => resolve(video.currentTime);
                  video.onerror = () => reject(new Error(video.error.message));
                  const seek = () => video.currentTime = video.duration / 2;
                  if (video.readyState > 0) seek(); else video.onloadedmetadata = seek;
                })""")).doubleValue();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
