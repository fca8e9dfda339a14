package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.project.CreateProject;
import dev.winslow.engine.project.ProjectService;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Finding and doing things by keyboard. */
class PaletteIT {
    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial();

    @Test
    void findsAProjectAndDoesWhatIsAskedWithoutAMouse() {
        visitor.bean(ProjectService.class)
                .create(new CreateProject("Elm junction", "vehicle-tracking", List.of("drone")));
        visitor.bean(ProjectService.class).create(new CreateProject("Maple road", "vehicle-tracking", List.of()));
        Page page = visitor.open("nodes");
        assertThat(heading(page, "Nodes")).isVisible();

        look(page, "/", "elm junc");
        assertThat(selected(page)).containsText("Elm junction");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/projects/[0-9a-f-]+"));
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Where this page is")))
                .hasText("ProjectsElm junction");
        assertThat(page).hasTitle("Elm junction (New) – Winslow");

        enterBeforeTheAnswer(page);
        look(page, "Control+k", "drone");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Filter projects")).hasValue("drone");
        look(page, "Control+k", "compact");
        page.keyboard().press("Enter");
        assertThat(page.locator("html")).hasAttribute("data-density", "compact");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-density", "compact");
        assertThat(heading(page, "Projects")).isVisible();
        showHelp(page);
        page.keyboard().type("gi");
        assertThat(heading(page, "Inbox")).isVisible();
        look(page, "/", "100%");
        assertThat(page.getByText("Nothing found")).isVisible();
        Looks.of(page, "palette");
    }

    /** The answer is held back until both keys are pressed. */
    private static void enterBeforeTheAnswer(Page page) {
        look(page, "/", "elm junc");
        assertThat(selected(page)).containsText("Elm junction");
        List<Route> held = new ArrayList<>();
        page.route("**/page/search?q=maple*", held::add);

        input(page).fill("maple");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !held.isEmpty());
        assertThat(input(page)).isVisible();
        held.getFirst().resume();

        assertThat(page).hasTitle("Maple road (New) – Winslow");
        assertThat(input(page)).not().isVisible();
    }

    private static void look(Page page, String keys, String words) {
        page.keyboard().press(keys);
        assertThat(input(page)).isFocused();
        input(page).fill(words);
    }

    private static Locator input(Page page) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search everything, or say what to do"));
    }

    private static void showHelp(Page page) {
        page.keyboard().press("?");
        assertThat(heading(page, "Keyboard shortcuts")).isVisible();
        page.keyboard().press("Escape");
        assertThat(heading(page, "Keyboard shortcuts")).not().isVisible();
    }

    private static Locator selected(Page page) {
        return page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setSelected(true));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}
