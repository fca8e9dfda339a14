package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.winslow.ui.shell.Words;

/** How far a project is, as a bar, and how much longer it takes. */
final class ProjectProgress extends Div {
    private final ProgressBar bar = new ProgressBar(0, 100);
    private final Span percent = new Span();
    private final Span left = new Span();

    ProjectProgress(Listed listed) {
        addClassName("winslow-far");
        percent.addClassName("winslow-figure");
        left.addClassNames("winslow-secondary", "winslow-far-left");
        show(listed);
    }

    void show(Listed listed) {
        bar.getElement()
                .setAttribute(
                        "aria-label", t("Progress of {0}", listed.project().name()));
        listed.standing()
                .ifPresentOrElse(
                        standing -> {
                            bar.setValue(standing.percent());
                            percent.setText(standing.percent() + " %");
                            left.setText(standing.left().map(Words::left).orElse(""));
                            add(bar, percent, left);
                        },
                        this::removeAll);
    }
}
