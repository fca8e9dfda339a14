package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.later;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.engine.pipeline.PipelineService.Deployment;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.ui.pipeline.PipelineModeller.Source;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** Draws a pipeline: a new one, or the next version of one that is here. */
@Route(PipelineLinks.MODELLER + "/:key?")
@StyleSheet("winslow-pipelines.css")
@StyleSheet("winslow-modeller.css")
@RolesAllowed("AUTHOR")
public class ModellerPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient PipelineDesk desk;
    private final transient PatternDesk patterns;
    private final transient TrialDesk trials;
    private final TrialBar trial;
    private final Span state = new Span();
    private final Div refused = new Div();
    private String title = t("New pipeline");

    ModellerPage(PipelineDesk desk, PatternDesk patterns, TrialDesk trials, LiveUpdates live) {
        this.desk = desk;
        this.patterns = patterns;
        this.trials = trials;
        this.trial = new TrialBar(trials, live);
        addClassName("winslow-page");
        state.addClassName("winslow-secondary");
        state.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        removeAll();
        Optional<String> key = enter.getRouteParameters().get("key");
        if (key.isPresent() && desk.newest(key.get()).isEmpty()) {
            Notices.refused(t("There is no pipeline {0}.", key.get()));
            enter.forwardTo(PipelinesView.class);
            return;
        }
        key.flatMap(this::edited)
                .or(() -> fromTemplate(enter.getLocation()))
                .or(() -> copied(enter.getLocation()))
                .ifPresentOrElse(this::build, this::offer);
    }

    @Override
    public String getPageTitle() {
        return title + " – Winslow";
    }

    private Optional<Source> edited(String key) {
        return desk.newest(key).map(pipeline -> {
            title = t("Edit {0}", pipeline.name());
            return new Source(desk.xml(key, pipeline.version()), key, "", String.valueOf(pipeline.version()));
        });
    }

    private static Optional<Source> fromTemplate(Location location) {
        return location.getQueryParameters()
                .getSingleParameter("template")
                .flatMap(wanted -> wanted.equals(PipelineLinks.IMPORTED)
                        ? Optional.of(new Source(Template.ALL.getFirst().xml(), PipelineLinks.IMPORTED, "", ""))
                        : Template.find(wanted)
                                .map(template -> new Source(template.xml(), "template:" + wanted, "", "")));
    }

    private Optional<Source> copied(Location location) {
        return location.getQueryParameters()
                .getSingleParameter("copy")
                .flatMap(desk::newest)
                .map(pipeline -> new Source(
                        desk.xml(pipeline.key(), pipeline.version()),
                        "copy:" + pipeline.key(),
                        pipeline.key() + "-copy",
                        ""));
    }

    private void offer() {
        title = t("New pipeline");
        List<PipelineVersion> usable =
                desk.all().stream().filter(pipeline -> !pipeline.retired()).toList();
        add(Pages.head(t("New pipeline")), new TemplateChoice(usable));
    }

    private void build(Source source) {
        PipelineModeller modeller = new PipelineModeller(source);
        modeller.onEdit(this::check);
        modeller.onTrial(asked -> patterns.answer(UI.getCurrent(), asked));
        modeller.onLogsWanted(patterns::logs);
        Button deploy = new Button(t("Deploy"), VaadinIcon.CHECK.create());
        deploy.addThemeVariants(ButtonVariant.PRIMARY);
        deploy.setDisableOnClick(true);
        deploy.addClickListener(click -> modeller.read(xml -> {
            deploy.setEnabled(true);
            Notices.attempt(() -> deploy(modeller, xml));
        }));
        Button tryOut = new Button(t("Try it"), VaadinIcon.PLAY.create(), click -> modeller.read(this::tryOut));
        tryOut.setTooltipText(t("Runs the draft once on a sample. Nothing is deployed for others."));
        refused.removeAll();
        add(Pages.head(title, state, tryOut, deploy), trial, refused, modeller);
    }

    /** What would keep it from being deployed is told first. */
    private void tryOut(String xml) {
        refused.removeAll();
        desk.keyOf(xml)
                .ifPresentOrElse(
                        key -> new TrialDialog(trials, xml, key, () -> trial.show(key)).open(),
                        () -> show(desk.check(xml), later("Not tried: 1 problem"), later("Not tried: {0} problems")));
    }

    private String check(String xml, String key) {
        trial.show(key);
        int problems = desk.check(xml).size();
        state.setText(desk.outcomeOf(xml)
                .map(outcome -> t("Deploying makes {0}", outcome))
                .orElseGet(() -> count(problems, "1 problem to mend first", "{0} problems to mend first")));
        return desk.problemsAsJson(xml);
    }

    private void deploy(PipelineModeller modeller, String xml) {
        switch (desk.deploy(xml)) {
            case Deployment.Deployed(var version) -> {
                modeller.forgetDraft();
                Notices.done(t("Deployed {0} as version {1}.", version.name(), version.version()));
                PipelineLinks.goTo(version.key());
            }
            case Deployment.Refused(var problems) ->
                show(problems, later("Not deployed: 1 problem"), later("Not deployed: {0} problems"));
        }
    }

    private void show(List<PipelineProblem> problems, String one, String more) {
        ProblemList list = new ProblemList(element -> {});
        list.show(problems);
        refused.removeAll();
        refused.add(Pages.panel(new H2(count(problems.size(), one, more)), list));
    }
}
