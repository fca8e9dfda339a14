package dev.winslow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Has axe look at a page by the rules of WCAG 2.2, levels A and AA. Passes over the tabs of Vaadin, which scroll in an element of their own that axe takes for a tab. */
final class Accessibility {
    private static final String AXE = script();
    private static final String RUN = """
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations
              .filter(rule => rule.id !== 'aria-required-children' || !rule.nodes.every(node => node.target.join('') === 'vaadin-tabs'))
              .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`))
            """;

    private Accessibility() {}

    static void check(Page page, String name) {
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(RUN)).as("what axe finds in " + name).isEmpty();
    }

    private static String script() {
        try (InputStream axe = Objects.requireNonNull(Accessibility.class.getResourceAsStream("/axe.min.js"))) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
