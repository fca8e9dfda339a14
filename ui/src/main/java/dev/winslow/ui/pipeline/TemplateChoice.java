package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.ui.shell.Pages;
import java.util.List;

/** What a new pipeline can begin with: a template, or a pipeline that is here. */
final class TemplateChoice extends Div {
    TemplateChoice(List<PipelineVersion> pipelines) {
        addClassName("winslow-run");
        Div templates = new Div();
        templates.addClassName("winslow-cards");
        Template.ALL.forEach(template -> templates.add(Pages.panel(
                new H2(PipelineLinks.toModeller("template", template.name(), t(template.words()))),
                new Paragraph(t(template.about())))));
        Div copies = new Div();
        copies.addClassName("winslow-cards");
        pipelines.forEach(pipeline -> {
            Span key = new Span(t("{0}, version {1}", pipeline.key(), pipeline.version()));
            key.addClassName("winslow-secondary");
            copies.add(Pages.panel(
                    new H2(PipelineLinks.toModeller("copy", pipeline.key(), t("Copy of {0}", pipeline.name()))),
                    key,
                    new Paragraph(pipeline.description())));
        });
        add(new H2(t("Begin with a template")), templates, new H2(t("Or with a copy")), copies);
    }
}
