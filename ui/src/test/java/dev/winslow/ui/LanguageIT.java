package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.account.FirstAdministrator;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages in the language that a person reads. */
class LanguageIT {
    private static final double WORK_MILLIS = 90_000;
    private static final String PASSWORD = "lanes and crossings";

    @TempDir
    private Path data;

    @Test
    void pagesSpeakTheLanguageThatIsChosen() throws Exception {
        try (Chromium chromium = Chromium.start();
                WholeSystem system = WholeSystem.start(data, true).withWorker()) {
            UUID project = startedProject(system);
            Page page = chromium.open(system.address().toString());
            assertThat(page.locator("html")).hasAttribute("lang", "en");

            page.getByRole(AriaRole.BUTTON, named("Deutsch")).click();
            assertThat(heading(page, "Projekte")).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page).hasTitle(Pattern.compile("^(\\(1\\) )?Projekte – Winslow$"));
            assertThat(page.getByText("Wartet auf Antwort").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WORK_MILLIS));
            Looks.of(page, "german-projects");
            newProject(page);
            lookAround(page, system.address().toString(), project);
            annotate(page, system.address() + "projects/" + project);
            page.getByRole(AriaRole.BUTTON, named("English")).click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");

            assertThat(chromium.errors()).isEmpty();
        }
    }

    @Test
    void languageIsTheBrowsersBeforeAndAfterSigningIn() throws Exception {
        try (Chromium chromium = Chromium.start();
                WholeSystem system = WholeSystem.start(data, false)) {
            String token = Files.readString(data.resolve("setup.token")).strip();
            system.bean(FirstAdministrator.class).make(token, "ada", PASSWORD);
            Page page = chromium.open(system.address().toString());
            assertThat(heading(page, "Sign in")).isVisible();

            page.getByRole(AriaRole.BUTTON, named("Deutsch")).click();
            assertThat(heading(page, "Anmelden")).isVisible();
            page.getByLabel("Name").fill("ada");
            page.getByLabel("Passwort", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            page.keyboard().press("Enter");
            assertThat(heading(page, "Projekte")).isVisible();
            page.getByRole(AriaRole.BUTTON, named("Abmelden")).click();
            assertThat(page.getByText("abgemeldet")).isVisible();
            assertThat(heading(page, "Anmelden")).isVisible();
            isKeptForAYearFromEachVisitOn(page);

            assertThat(heading(chromium.open(system.address().toString()), "Sign in"))
                    .isVisible();
        }
    }

    /** Also in browsers that keep what a script has set for a week. */
    private static void isKeptForAYearFromEachVisitOn(Page page) {
        Cookie weekly = choice(page);
        weekly.setExpires(inDays(7));
        page.context().addCookies(List.of(weekly));
        assertThat(choice(page).expires).isLessThan(inDays(8));

        page.reload();

        assertThat(heading(page, "Anmelden")).isVisible();
        assertThat(choice(page).expires).isGreaterThan(inDays(364));
    }

    private static Cookie choice(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("winslow-language"))
                .reduce((one, another) -> {
                    throw new AssertionError("It is set twice: for " + one.path + " and " + another.path);
                })
                .orElseThrow();
    }

    private static double inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).getEpochSecond();
    }

    private static UUID startedProject(WholeSystem system) {
        system.bean(PipelineService.class).deploy(Marked.xml());
        UUID project = system.bean(ProjectService.class)
                .create(new CreateProject("Kreuzung am Morgen", Marked.KEY, List.of("Drohne")))
                .id();
        system.bean(RunService.class).start(project, StartRun.with(Map.of()));
        return project;
    }

    private static void newProject(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Neues Projekt")).click();
        assertThat(page.getByText("Ein Video wählen oder hierher ziehen")).isVisible();
        Looks.of(page, "german-new-project");
        page.getByRole(AriaRole.BUTTON, named("Abbrechen")).click();
    }

    private static void lookAround(Page page, String address, UUID project) {
        look(page, address + "projects/" + project, "Kreuzung am Morgen", "german-project");
        look(page, address + "projects/" + project + "?tab=history", "Kreuzung am Morgen", "german-history");
        look(page, address + "inbox", "Eingang", "german-inbox");
        look(page, address + "nodes", "Rechner", "german-nodes");
        look(page, address + "pipelines", "Pipelines", "german-pipelines");
        look(page, address + "pipelines/vehicle-tracking", "Vehicle tracking", "german-pipeline");
        look(page, address + "pool", "Pool", "german-pool");
        look(page, address + "administration/system", "Verwaltung", "german-system");
        look(page, address + "administration/tokens", "Verwaltung", "german-tokens");
        page.navigate(address + "modeller?template=one-stage");
        assertThat(page.locator(":text('Was folgt'):visible, :text('Schritte'):visible")
                        .first())
                .isVisible();
        Looks.of(page, "german-modeller");
        page.keyboard().press("Escape");
        page.navigate(address);
        assertThat(heading(page, "Projekte")).isVisible();
        page.keyboard().press("?");
        assertThat(heading(page, "Tastenkürzel")).isVisible();
        Looks.of(page, "german-help");
    }

    private static void annotate(Page page, String address) {
        page.navigate(address);
        page.getByText("Jetzt erledigen").first().click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Messen"))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Diese Punkte benutzen")))
                .isVisible();
        Looks.of(page, "german-points");
        page.getByRole(AriaRole.BUTTON, named("Weitergeben")).first().click();
        assertThat(page.getByText("Wer es erledigt")).isVisible();
        Looks.of(page, "german-hand-over");
        page.getByRole(AriaRole.BUTTON, named("Abbrechen")).click();
    }

    private static void look(Page page, String address, String heading, String name) {
        page.navigate(address);
        assertThat(heading(page, heading)).isVisible();
        Looks.of(page, name);
    }

    private static com.microsoft.playwright.Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, named(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
