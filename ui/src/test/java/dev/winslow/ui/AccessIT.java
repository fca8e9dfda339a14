package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.account.Role;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.ProjectTemplate;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.account.AccountService;
import dev.winslow.engine.trigger.TriggerService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sees a project, and what they are offered there. */
class AccessIT {
    private static final String PASSWORD = "lanes and crossings";

    @RegisterExtension
    static final Visitor visitor = Visitor.ofAServer();

    @BeforeAll
    static void addPeople() {
        List.of("ada", "grace", "bob")
                .forEach(name -> visitor.bean(AccountService.class)
                        .createOwn(name, PASSWORD, name.equals("ada") ? Role.ADMINISTRATOR : Role.USER));
    }

    @Test
    void ownerSaysWhoSeesAProjectAndWhatTheyAreOffered() {
        ProjectView project = visitor.system().projectOf("grace", "North bridge", "hello-video");
        String settings = "projects/" + project.id() + "?tab=settings";
        Page ada = signedIn("ada", "administration/groups");
        makeGroup(ada);

        Page grace = signedIn("grace", settings);
        choose(grace, "Everybody else", "may not see it");
        assertThat(grace.getByText("Saved.")).isVisible();
        Page bob = signedIn("bob", settings);
        assertThat(bob.getByText("There is no such project")).isVisible();
        assertThat(bob.getByText("North bridge")).hasCount(0);
        grace.getByLabel("Person or group").fill("north");
        grace.getByText("north team (group)", new Page.GetByTextOptions().setExact(true))
                .click();
        button(grace, "Give access").click();
        assertThat(grace.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Who has access")))
                .containsText("north team (group)");
        Looks.of(grace, "project-access");

        bob.navigate(visitor.address() + settings);
        assertThat(bob.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Who has access")))
                .containsText("grace owns it");
        assertThat(button(bob, "Save")).hasCount(0);
        assertThat(button(bob, "Delete project")).hasCount(0);
        assertThat(button(bob, "Hand over")).hasCount(0);
        assertThat(button(bob, "Give access")).hasCount(0);
        choose(grace, "As what north team works on it", "Maintainer");
        assertThat(button(bob, "Save")).isVisible();
        button(grace, "Take the access of north team away").click();
        assertThat(bob.getByText("This project was deleted")).isVisible();
    }

    @Test
    void folderTriggerOfSomebodyElseIsNotOfferedToBeEdited() {
        TriggerSource incoming = new TriggerSource.Folder(
                "incoming", Optional.empty(), new ProjectTemplate("{file}", "hello-video", List.of()));
        visitor.bean(TriggerService.class)
                .create(new CreateTrigger("films", incoming, Map.of()), Viewer.of("grace", Role.USER));

        for (String name : List.of("ada", "grace")) {
            assertThat(button(signedIn(name, "pool"), "Edit: films")).isVisible();
        }
        Page bob = signedIn("bob", "pool");
        assertThat(button(bob, "Pause: films")).isVisible();
        assertThat(button(bob, "Edit: films")).hasCount(0);
        Looks.of(bob, "pool-trigger-of-another");
        button(bob, "Pause: films").click();
        assertThat(button(bob, "Resume: films")).isVisible();
    }

    private static void makeGroup(Page page) {
        button(page, "Make a group").click();
        page.getByLabel("Name").fill("north team");
        page.getByLabel("Members").fill("bob");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("bob"))
                .click();
        page.keyboard().press("Escape");
        button(page, "Save").click();
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Groups")))
                .containsText("bob");
        Looks.of(page, "administration-groups");
    }

    private static Page signedIn(String name, String address) {
        Page page = visitor.open(address);
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.keyboard().press("Enter");
        return page;
    }

    private static void choose(Page page, String select, String option) {
        page.getByLabel(select).first().click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
