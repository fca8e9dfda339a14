package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person tries several values side by side, sees what a file was made from, and lets a project go first. */
class StudyIT {
    private static final double WORK_MILLIS = 90_000;

    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial().withWorker().withPipeline(Scripted.xml());

    @Test
    void triesValuesSideBySideAndFollowsAFileBack() {
        UUID project = visitor.bean(ProjectService.class)
                .create(new CreateProject("Harbour", Scripted.KEY, List.of()))
                .id();
        visitor.bean(RunService.class).start(project, StartRun.with(Map.of("MODE", "lax")));
        Page page = visitor.open("projects/" + project);
        assertThat(page.locator(".winslow-head .winslow-state"))
                .hasText("Succeeded", new LocatorAssertions.HasTextOptions().setTimeout(WORK_MILLIS));

        study(page);
        lineage(page);
        page.navigate(visitor.address() + "projects/" + project + "?tab=settings");
        priority(page);
    }

    private static void study(Page page) {
        page.getByRole(AriaRole.TAB, named("Studies")).click();
        page.getByRole(AriaRole.BUTTON, named("Start a study")).click();
        page.getByLabel("Variable 1").fill("MODE");
        page.keyboard().press("Enter");
        page.getByLabel("Its values").fill("lax,strict");
        Looks.of(page, "study-start");
        page.getByRole(AriaRole.BUTTON, named("Start").setExact(true)).click();

        Locator table = page.getByLabel("Runs of the study");
        table.evaluate("table => table.dataset.kept = 'yes'");
        assertThat(table).containsText("Succeeded", soon());
        assertThat(table).containsText("Failed", soon());
        assertThat(table).containsText("strict");
        assertThat(table).hasAttribute("data-kept", "yes");
        Looks.of(page, "project-studies");
        page.getByLabel("Log of run 2").click();
        assertThat(page.locator("winslow-attempt-log")).containsText("error: too few points", soon());
    }

    private static void lineage(Page page) {
        page.getByRole(AriaRole.TAB, named("Files")).click();
        page.locator(".winslow-file-list").getByText("speeds.svg").click();
        Locator chosen = page.getByRole(AriaRole.REGION, named("Chosen file"));
        assertThat(chosen.getByRole(AriaRole.HEADING)).hasText("speeds.svg");
        chosen.getByText("Where it comes from").click();
        Locator graph = page.locator("winslow-lineage");
        assertThat(graph).containsText("speeds.svg");
        graph.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Draw charts"))
                .click();
        assertThat(page.locator(".winslow-lineage-told")).containsText("shell:1");
        Looks.of(page, "lineage");
    }

    private static void priority(Page page) {
        page.getByLabel("Of this project").fill("7");
        page.getByRole(AriaRole.BUTTON, named("Set the priority")).click();
        page.getByRole(AriaRole.TAB, named("History")).click();
        assertThat(page.locator(".winslow-events")).containsText("set the priority to 7");
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(WORK_MILLIS);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
