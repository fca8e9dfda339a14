package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.shell.Confirmation;
import dev.winslow.ui.shell.Drawn;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.StateBadge;
import java.util.Optional;
import java.util.UUID;

/** How the person's trial of the draft stands, if there is one, and the ways to see it and to be rid of it. */
final class TrialBar extends Div {
    private final transient TrialDesk desk;
    private final Span standing = new Span();
    private final Drawn ways = new Drawn();
    private transient Optional<String> key = Optional.empty();
    private transient Optional<ProjectView> shown = Optional.empty();

    TrialBar(TrialDesk desk, LiveUpdates live) {
        this.desk = desk;
        addClassName("winslow-trial");
        getElement().setAttribute("role", "region").setAttribute("aria-label", t("Trial"));
        standing.addClassName("winslow-trial-state");
        standing.getElement().setAttribute("role", "status");
        setVisible(false);
        live.keep(
                this,
                project -> shown.map(ProjectView::id).filter(project::equals).isPresent(),
                this::refresh);
    }

    /** Of the pipeline with this key, as the draft has it. */
    void show(String pipelineKey) {
        key = Optional.of(pipelineKey);
        refresh();
    }

    private void refresh() {
        Optional<ProjectView> now = key.flatMap(desk::trialOf);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        setVisible(now.isPresent());
        now.ifPresent(this::draw);
    }

    private void draw(ProjectView trial) {
        ways.show(trial.id(), () -> {
            removeAll();
            add(
                    new Span(t("Your trial")),
                    standing,
                    Navigation.toProject(trial.id(), t("Show the trial")),
                    new Button(t("Throw the trial away"), VaadinIcon.TRASH.create(), click -> ask(trial.id())));
        });
        Span stages = new Span(String.join(", ", trial.currentStages()));
        stages.addClassName("winslow-secondary");
        standing.removeAll();
        standing.add(new StateBadge(trial.state()), stages);
    }

    private void ask(UUID trial) {
        Confirmation.ofLoss(
                        t("Throw the trial away?"),
                        t("Its runs, logs and results are deleted. The draft stays."),
                        t("Throw away"),
                        () -> Notices.attempt(() -> {
                            desk.throwAway(trial);
                            refresh();
                        }))
                .open();
    }
}
