package dev.winslow.ui.pipeline;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import dev.winslow.ui.shell.Navigation;
import java.util.Map;

/** The ways between the pages of pipelines. */
final class PipelineLinks {
    static final String IMPORT = "pipeline-import";
    static final String COMPARE = Navigation.PIPELINES + "/:key/compare";
    static final String MODELLER = "modeller";
    static final String IMPORTED = "imported";

    private PipelineLinks() {}

    static Anchor to(String key, String words) {
        return new Anchor(Navigation.PIPELINES + "/" + key, words);
    }

    static Anchor to(String key, int version, String words) {
        return new Anchor(Navigation.PIPELINES + "/" + key + "?version=" + version, words);
    }

    static Anchor toComparison(String key, int from, int to, String words) {
        return new Anchor(Navigation.PIPELINES + "/" + key + "/compare?from=" + from + "&to=" + to, words);
    }

    static void goTo(String key) {
        UI.getCurrent().navigate(Navigation.PIPELINES + "/" + key);
    }

    static void goToComparison(String key, int from, int to) {
        UI.getCurrent()
                .navigate(
                        Navigation.PIPELINES + "/" + key + "/compare",
                        QueryParameters.simple(Map.of("from", String.valueOf(from), "to", String.valueOf(to))));
    }

    static void goToList() {
        UI.getCurrent().navigate(Navigation.PIPELINES);
    }

    static void goToImport() {
        UI.getCurrent().navigate(IMPORT);
    }

    static void goToModeller() {
        UI.getCurrent().navigate(MODELLER);
    }

    static void goToModeller(String key) {
        UI.getCurrent().navigate(MODELLER + "/" + key);
    }

    /** To the draft that a file was made into. */
    static void goToImported() {
        UI.getCurrent().navigate(MODELLER, QueryParameters.simple(Map.of("template", IMPORTED)));
    }

    /** A new pipeline from a template, or from a pipeline that is here. */
    static Anchor toModeller(String kind, String name, String words) {
        return new Anchor(MODELLER + "?" + kind + "=" + name, words);
    }
}
