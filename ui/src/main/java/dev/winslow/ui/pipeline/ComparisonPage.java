package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.api.pipeline.PipelineChange.Kind;
import dev.winslow.api.pipeline.PipelineDiff;
import dev.winslow.api.pipeline.PipelineVersionView;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two versions of a pipeline beside each other, and what differs between them. */
@Route(PipelineLinks.COMPARE)
@StyleSheet("winslow-pipelines.css")
@PermitAll
public class ComparisonPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient PipelineDesk desk;
    private String key = "";
    private String title = t("Compare");

    ComparisonPage(PipelineDesk desk) {
        this.desk = desk;
        addClassName("winslow-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        key = enter.getRouteParameters().get("key").orElse("");
        Optional<PipelineVersion> newest = desk.newest(key);
        if (newest.isEmpty()) {
            Notices.refused(t("There is no pipeline {0}.", key));
            enter.forwardTo(PipelinesView.class);
            return;
        }
        List<Integer> versions =
                desk.versions(key).stream().map(PipelineVersionView::version).toList();
        int to = wanted(enter, "to", versions).orElse(versions.getFirst());
        int from = wanted(enter, "from", versions).orElse(Math.max(1, to - 1));
        title = t("{0}, versions {1} and {2}", newest.get().name(), from, to);
        build(newest.get(), versions, desk.diff(key, from, to));
    }

    private static Optional<Integer> wanted(BeforeEnterEvent enter, String name, List<Integer> versions) {
        return enter.getLocation()
                .getQueryParameters()
                .getSingleParameter(name)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .filter(versions::contains);
    }

    @Override
    public String getPageTitle() {
        return title + " – Winslow";
    }

    private void build(PipelineVersion pipeline, List<Integer> versions, PipelineDiff diff) {
        removeAll();
        Select<Integer> older = choice(t("Before"), versions, diff.from());
        Select<Integer> newer = choice(t("After"), versions, diff.to());
        older.addValueChangeListener(change -> PipelineLinks.goToComparison(key, older.getValue(), newer.getValue()));
        newer.addValueChangeListener(change -> PipelineLinks.goToComparison(key, older.getValue(), newer.getValue()));
        Div head = Pages.head(pipeline.name(), older, newer);
        head.addClassName("winslow-compare-head");
        ChangeList changes = new ChangeList();
        changes.show(
                diff.changes(),
                t("These versions do the same"),
                t("Only the drawing, comments or spelling may differ between them."));
        Div drawings = new Div(
                side(diff, diff.from(), Set.of(Kind.REMOVED, Kind.CHANGED)),
                side(diff, diff.to(), Set.of(Kind.ADDED, Kind.CHANGED)));
        drawings.addClassName("winslow-run");
        Div list = Pages.panel(new H2(t("What changed")), changes);
        Div both = new Div(drawings, list);
        both.addClassName("winslow-compare");
        add(head, PipelineLinks.to(key, t("Back to the pipeline")), both);
    }

    private Div side(PipelineDiff diff, int version, Set<Kind> kinds) {
        PipelineDrawing drawing = new PipelineDrawing(t("Diagram of version {0}", version));
        drawing.show(desk.xml(key, version));
        drawing.mark(ChangeList.marks(diff.changes(), kinds));
        Div panel = Pages.panel(new H2(t("Version {0}", version)), drawing);
        panel.addClassName("winslow-compare-side");
        return panel;
    }

    private static Select<Integer> choice(String label, List<Integer> versions, int value) {
        Select<Integer> choice = new Select<>();
        choice.setLabel(label);
        choice.setItems(versions);
        choice.setItemLabelGenerator(version -> t("Version {0}", version));
        choice.setValue(value);
        return choice;
    }
}
