package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.winslow.engine.trial.Trials;
import dev.winslow.ui.artifact.VideoUpload;
import dev.winslow.ui.pipeline.TrialDesk.Sample;
import dev.winslow.ui.shell.Notices;
import java.util.List;
import java.util.UUID;

/** Asks on what a draft shall be tried, and begins the trial. */
final class TrialDialog extends Dialog {
    private final transient TrialDesk desk;
    private final String xml;
    private final transient Runnable begun;
    private final Select<Sample> sample = new Select<>();
    private final VideoUpload upload;
    private final Button start = new Button(t("Try it"), click -> start());

    /** @param begun called when the trial runs */
    TrialDialog(TrialDesk desk, String xml, String pipelineKey, Runnable begun) {
        this.desk = desk;
        this.xml = xml;
        this.begun = begun;
        this.upload = desk.upload();
        setHeaderTitle(t("Try the draft"));
        setWidth("min(560px, 94vw)");
        // A click beside it would break off what is being sent.
        setCloseOnOutsideClick(false);
        List<Sample> samples = desk.samples(pipelineKey);
        sample.setLabel(t("Sample"));
        sample.setItems(samples);
        sample.setItemLabelGenerator(Sample::words);
        sample.setWidthFull();
        sample.addValueChangeListener(change -> upload.setVisible(change.getValue() instanceof Sample.Sent));
        sample.setValue(samples.getFirst());
        upload.setVisible(samples.getFirst() instanceof Sample.Sent);
        upload.onFailure(() -> start.setEnabled(true));
        Div form = new Div(
                new Paragraph(
                        t(
                                "The draft runs once, in a project of its own that only you and administrators see. Nothing is deployed for others. A trial that still runs is ended first.")),
                sample,
                upload);
        form.addClassName("winslow-form");
        add(form);
        start.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("Cancel"), click -> close()), start);
    }

    private void start() {
        Sample chosen = sample.getValue();
        if (chosen instanceof Sample.Sent && upload.chosen().isEmpty()) {
            Notices.refused(t("Choose the video first."));
            return;
        }
        start.setEnabled(false);
        if (!Notices.attempt(() -> begin(chosen))) {
            start.setEnabled(true);
        }
    }

    private void begin(Sample chosen) {
        switch (desk.prepare(xml)) {
            case Trials.Prepared.Refused(var problems) -> {
                Notices.refused(problems.getFirst().problem() + ". "
                        + problems.getFirst().remedy());
                start.setEnabled(true);
            }
            case Trials.Prepared.Ready(UUID project) -> {
                if (chosen instanceof Sample.Sent) {
                    upload.send(project, file -> run(project, new Sample.Own(file)));
                } else {
                    run(project, chosen);
                }
            }
        }
    }

    private void run(UUID project, Sample chosen) {
        Notices.attempt(() -> {
            desk.run(project, chosen);
            Notices.done(t("The trial has begun."));
        });
        close();
        begun.run();
    }
}
