package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/** The page of a project whose run has failed, and what a person finds on it. */
final class ProjectPage {
    static final double WORK_MILLIS = 90_000;

    private ProjectPage() {}

    static Page failed(Visitor visitor, String name) {
        return failed(visitor, name, Scripted.KEY);
    }

    static Page failed(Visitor visitor, String name, String pipeline) {
        UUID project = visitor.bean(ProjectService.class)
                .create(new CreateProject(name, pipeline, List.of()))
                .id();
        visitor.bean(RunService.class).start(project, StartRun.with(Map.of()));
        Page page = visitor.open("projects/" + project);
        assertThat(page.locator(".winslow-head .winslow-state")).hasText("Failed", soon());
        return page;
    }

    static Locator step(Page page) {
        return page.getByRole(AriaRole.REGION, named("Chosen step"));
    }

    static Locator log(Page page) {
        return page.locator("winslow-attempt-log");
    }

    static Locator row(Page page, String variable) {
        return page.locator(".winslow-variable-row").filter(new Locator.FilterOptions().setHasText(variable));
    }

    static void tab(Page page, String name) {
        page.getByRole(AriaRole.TAB, named(name)).click();
    }

    static LocatorAssertions.HasCountOptions later() {
        return new LocatorAssertions.HasCountOptions().setTimeout(WORK_MILLIS);
    }

    static LocatorAssertions.HasTextOptions soon() {
        return new LocatorAssertions.HasTextOptions().setTimeout(WORK_MILLIS);
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    static Locator.GetByRoleOptions inside(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
