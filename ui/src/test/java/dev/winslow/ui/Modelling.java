package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** How a person goes about in the modeller. */
final class Modelling {
    private Modelling() {}

    static Page edit(Visitor visitor, String key) {
        Page page = visitor.open("modeller/" + key);
        assertThat(page.locator(".wm-steps button").first()).isVisible();
        return page;
    }

    static void choose(Page page, String step) {
        assertThat(page.locator(".wm-head")).isVisible();
        if (page.locator(".wm-steps").count() == 0) {
            page.getByRole(AriaRole.BUTTON, named("All steps")).click();
        }
        page.getByRole(AriaRole.BUTTON, named(step)).click();
        assertThat(page.locator(".wm-head h2")).hasText(step.substring(step.indexOf(':') + 2));
    }

    static void type(Page page, String label, String text) {
        Locator field = page.locator(".wm-panel").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
        field.fill(text);
        field.press("Tab");
        assertThat(page.locator(".wm-panel").getByLabel(label, new Locator.GetByLabelOptions().setExact(true)))
                .hasValue(text);
    }

    static void open(Page page, String section) {
        page.locator(".wm-section > summary")
                .filter(new Locator.FilterOptions().setHasText(section))
                .click();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
