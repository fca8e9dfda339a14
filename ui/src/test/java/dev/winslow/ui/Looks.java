package dev.winslow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** Pictures of a page on a wide and on a narrow screen, light and dark, for people to look at. */
final class Looks {
    private static final Path FOLDER = Path.of("target", "screens");

    private Looks() {}

    /** Fails where the narrow screen would have to be scrolled sideways, and where people without sight or mouse would be lost. */
    static void of(Page page, String name) {
        page.waitForFunction("document.title !== ''");
        for (String colours : List.of("light", "dark")) {
            paint(page, colours);
            String shade = colours.equals("dark") ? "-dark" : "";
            page.setViewportSize(1440, 900);
            picture(page, name + shade);
            Accessibility.check(page, name + " in " + colours);
            page.setViewportSize(390, 844);
            picture(page, name + "-narrow" + shade);
            assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(name + " fits a narrow screen")
                    .isTrue();
        }
        paint(page, "light");
        page.setViewportSize(1440, 900);
    }

    /** As the switch in the menu does it, which a narrow screen hides. */
    private static void paint(Page page, String colours) {
        page.evaluate("colours => document.documentElement.style.colorScheme = colours", colours);
    }

    private static void picture(Page page, String name) {
        page.waitForFunction("!document.querySelector('vaadin-progress-bar[indeterminate]')");
        assertThat(isPainted(page)).as(name + " is painted").isTrue();
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    /** Whether two frames come within ten seconds: Chromium once in a while paints a page no more, and would let this wait for ever. */
    private static boolean isPainted(Page page) {
        return (boolean) page.evaluate("""
                () => new Promise(done => {
                  requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
                  setTimeout(() => done(false), 10_000);
                })""");
    }
}
