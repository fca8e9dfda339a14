package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.api.pipeline.PipelineContent;
import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.api.pipeline.PipelineVersionView;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.engine.security.Permission;
import dev.winslow.ui.pipeline.PipelineDrawing.Mark;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Offers;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Undo;
import dev.winslow.ui.shell.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One pipeline: its diagram, what its stages need, its versions and who works with it. */
@Route(Navigation.PIPELINES + "/:key")
@StyleSheet("winslow-pipelines.css")
@PermitAll
public class PipelinePage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient PipelineDesk desk;
    private String key = "";
    private int version;
    private String title = t("Pipeline");
    private transient Optional<Parts> parts = Optional.empty();
    private transient Optional<State> shown = Optional.empty();

    /** What stays while the page keeps up with changes. */
    private record Parts(
            PipelineDrawing drawing, StageTable stages, ElementDetails details, UserTable users, Div head) {}

    /** What the page was drawn from: while that stays, so do its buttons, and the focus that one of them has. */
    private record State(PipelineVersion pipeline, List<PipelineUser> users, int version) {}

    PipelinePage(PipelineDesk desk, LiveUpdates live) {
        this.desk = desk;
        addClassName("winslow-page");
        live.keep(this, project -> true, this::refresh);
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
        List<PipelineVersionView> versions = desk.versions(key);
        version = enter.getLocation()
                .getQueryParameters()
                .getSingleParameter("version")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .filter(wanted -> versions.stream().anyMatch(each -> each.version() == wanted))
                .orElse(newest.get().version());
        build(versions);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return title + " – Winslow";
    }

    private void build(List<PipelineVersionView> versions) {
        removeAll();
        shown = Optional.empty();
        PipelineContent content = desk.content(key, version);
        String description = versions.stream()
                .filter(each -> each.version() == version)
                .map(PipelineVersionView::description)
                .findFirst()
                .orElse("");
        PipelineDrawing drawing = new PipelineDrawing(t("Diagram of the pipeline"));
        ElementDetails details = new ElementDetails();
        StageTable stages = new StageTable(id -> choose(content, id, description));
        Parts built = new Parts(drawing, stages, details, new UserTable(), new Div());
        parts = Optional.of(built);
        drawing.show(desk.xml(key, version));
        drawing.onChoice(id -> choose(content, id, description));
        Div panel = Pages.panel(drawing);
        panel.addClassName("winslow-flush");
        drawing.onFailure(() -> panel.addComponentAsFirst(Pages.empty(
                t("This version has no drawing"),
                t("It runs all the same. Draw it in an editor and deploy it again."))));
        stages.show(content);
        details.show(content, "", description);
        VersionTable history = new VersionTable(key);
        history.show(versions);
        TabSheet tabs = new TabSheet();
        tabs.setWidthFull();
        tabs.add(t("Stages"), stages);
        tabs.add(t("Versions"), history);
        tabs.add(t("Used by"), built.users());
        Div lower = new Div(tabs, details);
        lower.addClassNames("winslow-two", "winslow-top");
        add(built.head(), panel, lower);
    }

    private void choose(PipelineContent content, String id, String description) {
        boolean known = content.stages().stream().anyMatch(stage -> stage.id().equals(id))
                || content.tasks().stream().anyMatch(task -> task.id().equals(id));
        parts.ifPresent(built -> {
            built.drawing().mark(known ? Map.of(id, new Mark("chosen", "")) : Map.of());
            built.stages().choose(content, id);
            built.details().show(content, id, description);
        });
    }

    private void refresh() {
        Optional<PipelineVersion> newest = desk.newest(key);
        if (newest.isEmpty() || parts.isEmpty()) {
            return;
        }
        PipelineVersion pipeline = newest.get();
        List<PipelineUser> users = desk.users(key);
        State now = new State(pipeline, users, version);
        if (shown.equals(Optional.of(now))) {
            return;
        }
        shown = Optional.of(now);
        title = pipeline.name() + (pipeline.retired() ? " " + t("(retired)") : "");
        Div head = parts.get().head();
        head.removeAll();
        head.add(Pages.head(pipeline.name(), actions(pipeline)));
        head.add(about(pipeline));
        if (pipeline.retired()) {
            head.add(notice(
                    t("Retired: no new run starts with this pipeline. What is in progress goes on to its end.")));
        }
        if (version != pipeline.version()) {
            Div old = notice(t("This is version {0}, as it was.", version) + " ");
            old.add(PipelineLinks.to(key, t("Show the newest")), new Span(" "));
            old.add(PipelineLinks.toComparison(key, version, pipeline.version(), t("What changed since")));
            head.add(old);
        }
        head.addClassName("winslow-page-head");
        parts.get().users().show(users);
    }

    private Component about(PipelineVersion pipeline) {
        Span about = new Span(count(
                desk.countProjects(key),
                "{1}, version {2}, deployed {3}, used by 1 project",
                "{1}, version {2}, deployed {3}, used by {0} projects",
                key,
                pipeline.version(),
                Words.time(pipeline.deployedAt())));
        about.addClassName("winslow-secondary");
        return about;
    }

    private Component[] actions(PipelineVersion pipeline) {
        Anchor save = new Anchor(PipelineDownload.of(key, version), "");
        save.setRouterIgnore(true);
        save.getElement().setAttribute("download", true);
        save.getElement().setAttribute("tabindex", "-1");
        save.add(new Button(t("Download"), VaadinIcon.DOWNLOAD_ALT.create()));
        Button edit = new Button(t("Edit"), VaadinIcon.EDIT.create(), click -> PipelineLinks.goToModeller(key));
        edit.addThemeVariants(ButtonVariant.PRIMARY);
        edit.setTooltipText(t("Draws the next version."));
        Button take = new Button(t("Import"), VaadinIcon.UPLOAD_ALT.create(), click -> PipelineLinks.goToImport());
        take.setTooltipText(t("Deploys a BPMN file. Runs in progress keep the version that they started with."));
        Button retire = pipeline.retired()
                ? new Button(t("Bring back"), VaadinIcon.ARROW_BACKWARD.create(), click -> restore())
                : new Button(t("Retire"), VaadinIcon.ARCHIVE.create(), click -> retire(pipeline.name()));
        if (!pipeline.retired()) {
            retire.addThemeVariants(ButtonVariant.ERROR);
            retire.setTooltipText(t("Keeps it from new runs. What is in progress goes on."));
        }
        return Stream.concat(Stream.of(save), Stream.of(Offers.only(Permission.DEPLOY_PIPELINES, take, retire, edit)))
                .toArray(Component[]::new);
    }

    private void retire(String name) {
        desk.retire(key);
        refresh();
        Undo.offer(t("{0} is retired.", name), this::restore);
    }

    private void restore() {
        desk.restore(key);
        refresh();
    }

    private static Div notice(String words) {
        Div notice = new Div(new Span(words));
        notice.addClassName("winslow-waiting");
        return notice;
    }
}
