package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.winslow.api.project.ProjectView;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.scheduling.support.CronExpression;

/** A person has runs started while nobody is there. */
class TriggersIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial().withPipeline(Scripted.xml());

    @Test
    void timedTriggerOfAProjectIsMadeChangedPausedAndItsRemovalTakenBack() {
        Page page = project("Bridge");
        Page beside = visitor.openWindow(page.url());
        button(page, "New trigger").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        name(page).fill("nightly");
        choose(page, "How often", "By a cron expression");
        page.getByLabel("Cron expression", exactly()).fill("99 * * * *");
        save(page);
        assertThat(dialog).containsText("is no cron expression");
        Looks.of(page, "trigger-refused");
        choose(page, "How often", "Monday to Friday");
        Locator zone = page.getByRole(
                AriaRole.COMBOBOX,
                new Page.GetByRoleOptions().setName("Time zone").setExact(true));
        zone.fill(BERLIN.getId());
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(BERLIN.getId()).setExact(true))
                .click();
        assertThat(zone).hasValue(BERLIN.getId());
        assertThat(dialog).containsText(Pattern.compile("Next: [^·]*\\b" + sixOnAWorkdayInBerlin()));
        button(page, "Another variable").click();
        name(page).nth(1).fill("MODE");
        page.getByLabel("Value", exactly()).fill("lax");
        Looks.of(page, "trigger-new");
        save(page);

        assertThat(triggers(page)).containsText(Pattern.compile("Monday to Friday at 6:00.AM \\(Europe/Berlin\\)"));
        assertThat(triggers(page)).containsText(Pattern.compile("Next: .*20\\d\\d.* · .*20\\d\\d.* · .*20\\d\\d"));
        assertThat(triggers(page)).containsText("Sets MODE");
        assertThat(triggers(beside)).containsText("nightly");
        Looks.of(page, "project-triggers");
        button(page, "Edit: nightly").click();
        choose(page, "How often", "Every hour");
        save(page);
        assertThat(triggers(page)).containsText("Every hour, at minute 0");
        button(page, "Pause: nightly").click();
        assertThat(triggers(page)).containsText("Paused");
        assertThat(triggers(page)).not().containsText("Next: ");
        assertThat(triggers(beside)).containsText("Paused");
        button(page, "Resume: nightly").click();
        assertThat(triggers(page)).containsText("Next: ");
        button(page, "Remove: nightly").click();
        button(page, "Undo").click();
        assertThat(button(page, "Undo")).hasCount(0);
        assertThat(page.getByText("No triggers")).not().isVisible();
        assertThat(triggers(page)).containsText("nightly");
    }

    @Test
    void triggerThatIsCalledShowsItsTokenOnce() {
        Page page = project("Tunnel");
        button(page, "New trigger").click();
        name(page).fill("robot");
        choose(page, "Starts a run", "when a program calls it");
        // The dialog becomes smaller, and its buttons move.
        assertThat(page.getByLabel("How often", exactly())).isHidden();
        save(page);

        Locator token = page.getByLabel("Token", exactly());
        assertThat(token).hasValue(Pattern.compile(".{40,}"));
        button(page, "Done").click();
        assertThat(triggers(page)).containsText("When a program calls it with its token");
        button(page, "What came of it: robot").click();
        assertThat(page.getByText("It has not fired yet")).isVisible();
        button(page, "Close").click();
    }

    @Test
    void filmsOfAFolderOfThePoolBecomeProjects() {
        Page page = visitor.open("pool");
        assertThat(page.getByText("No folder is watched")).isVisible();
        button(page, "New trigger").click();
        name(page).fill("films");
        page.getByLabel("Folder of the pool").fill("incoming");
        page.getByLabel("Only files named").fill("[");
        choose(page, "Pipeline", "Scripted");
        save(page);
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("is no pattern for file names");
        page.getByLabel("Only files named").fill("*.mp4");
        Looks.of(page, "pool-trigger");
        save(page);
        assertThat(triggers(page)).containsText("Each film *.mp4 in incoming becomes a project \"{file}\" of scripted");
        Looks.of(page, "pool-triggers");

        page.locator("winslow-video-upload input[type=file]").setInputFiles(Clip.whole());
        page.getByLabel("Folder", exactly()).fill("incoming");
        button(page, "Send to the pool").click();
        assertThat(triggers(page)).containsText("was started.");
        button(page, "What came of it: films").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the project"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("junction")))
                .isVisible();
    }

    /** As the browser, which is on this machine, shows it. */
    private static String sixOnAWorkdayInBerlin() {
        ZonedDateTime next =
                Objects.requireNonNull(CronExpression.parse("0 0 6 * * MON-FRI").next(ZonedDateTime.now(BERLIN)));
        return next.withZoneSameInstant(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("h:mm"));
    }

    private static Page project(String name) {
        ProjectView project = visitor.system().projectOf("local", name, Scripted.KEY);
        return visitor.open("projects/" + project.id() + "?tab=triggers");
    }

    private static Locator triggers(Page page) {
        return page.getByRole(
                AriaRole.LIST, new Page.GetByRoleOptions().setName("Triggers").setExact(true));
    }

    private static void choose(Page page, String select, String option) {
        page.getByLabel(select, exactly()).first().click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    private static Locator name(Page page) {
        return page.getByRole(AriaRole.DIALOG).getByLabel("Name", new Locator.GetByLabelOptions().setExact(true));
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
