package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.engine.pipeline.PipelineService.Deployment;
import dev.winslow.ui.language.UploadTexts;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes a BPMN file in: shows what is wrong with it or what it would change, then deploys it. */
@Route(PipelineLinks.IMPORT)
@StyleSheet("winslow-pipelines.css")
@RolesAllowed("AUTHOR")
public class ImportPage extends Main implements HasDynamicTitle {
    private final transient PipelineDesk desk;
    private final Div outcome = new Div();
    private final Button deploy = new Button(t("Deploy"), VaadinIcon.CHECK.create());
    private String xml = "";

    ImportPage(PipelineDesk desk) {
        this.desk = desk;
        addClassName("winslow-page");
        outcome.addClassName("winslow-run");
        outcome.getElement().setAttribute("aria-live", "polite");
        deploy.addThemeVariants(ButtonVariant.PRIMARY);
        deploy.setEnabled(false);
        deploy.addClickListener(click -> deploy());
        Upload upload = UploadTexts.of(new Upload());
        upload.setUploadHandler(UploadHandler.inMemory((about, bytes) -> {
            upload.clearFileList();
            show(about.fileName(), new String(bytes, StandardCharsets.UTF_8));
        }));
        upload.setAcceptedFileExtensions(".bpmn", ".xml");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(5_000_000);
        upload.setDropLabel(new Span(t("or drop a BPMN file here")));
        upload.setUploadButton(new Button(t("Choose a file"), VaadinIcon.FOLDER_OPEN.create()));
        upload.addFileRejectedListener(event -> Notices.refused(event.getErrorMessage()));
        add(
                Pages.head(t("Import a pipeline"), deploy),
                new Paragraph(
                        t("A file with the key of a pipeline that is here becomes its next version. Runs in progress"
                                + " keep the version that they started with.")),
                Pages.panel(upload),
                outcome);
    }

    private void show(String name, String content) {
        xml = content;
        show(name, desk.check(content));
    }

    private void show(String name, List<PipelineProblem> problems) {
        outcome.removeAll();
        deploy.setEnabled(problems.isEmpty());
        PipelineDrawing drawing = new PipelineDrawing(t("Diagram of {0}", name));
        Div panel = Pages.panel(drawing);
        panel.addClassName("winslow-flush");
        drawing.onFailure(() -> {
            drawing.setVisible(false);
            panel.add(Pages.empty(
                    t("This file has no drawing"), t("It can be deployed all the same, but nobody can see it.")));
        });
        drawing.show(xml);
        outcome.add(panel);
        if (problems.isEmpty()) {
            showChanges(drawing);
        } else {
            drawing.mark(ProblemList.marks(problems, ""));
            ProblemList list = new ProblemList(element -> drawing.mark(ProblemList.marks(problems, element)));
            list.show(problems);
            Button mend = new Button(t("Mend it in the modeller"), VaadinIcon.EDIT.create(), click -> mend());
            outcome.add(Pages.panel(
                    new H2(count(problems.size(), "1 problem to mend first", "{0} problems to mend first")),
                    list,
                    mend));
        }
    }

    private void showChanges(PipelineDrawing drawing) {
        var changes = desk.changesBy(xml);
        drawing.mark(ChangeList.marks(
                changes,
                java.util.Set.of(
                        dev.winslow.api.pipeline.PipelineChange.Kind.ADDED,
                        dev.winslow.api.pipeline.PipelineChange.Kind.CHANGED)));
        ChangeList list = new ChangeList();
        list.show(
                changes,
                t("Nothing is wrong with it"),
                t("It is a new pipeline, or does the same as the newest version that is here."));
        String makes = desk.outcomeOf(xml).orElseGet(() -> t("nothing"));
        outcome.add(Pages.panel(new H2(t("What it changes")), new Paragraph(t("Deploying makes {0}.", makes)), list));
    }

    /** As a draft of the browser, where the modeller looks for it. */
    private void mend() {
        getElement()
                .executeJs(
                        "localStorage.setItem('winslow.draft.' + $0, JSON.stringify({ xml: $1, time: Date.now(), base: '' }))",
                        PipelineLinks.IMPORTED,
                        xml)
                .then(done -> PipelineLinks.goToImported());
    }

    private void deploy() {
        Notices.attempt(() -> {
            switch (desk.deploy(xml)) {
                case Deployment.Deployed(var version) -> {
                    Notices.done(t("Deployed {0} as version {1}.", version.name(), version.version()));
                    PipelineLinks.goTo(version.key());
                }
                case Deployment.Refused(var problems) -> show(t("the file"), problems);
            }
        });
    }

    @Override
    public String getPageTitle() {
        return t("Import a pipeline") + " – Winslow";
    }
}
