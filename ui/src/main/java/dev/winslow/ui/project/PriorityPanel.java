package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.winslow.api.run.PriorityView;
import dev.winslow.api.run.RunView;
import dev.winslow.engine.run.Priorities;
import dev.winslow.engine.security.Permission;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Offers;
import java.util.Optional;
import java.util.UUID;

/** How much earlier the stages of a project, or of its run in progress, go to nodes. */
final class PriorityPanel extends Div {
    private final transient Priorities priorities;
    private final IntegerField ofProject = new IntegerField(t("Of this project"));
    private final IntegerField ofRun = new IntegerField(t("Of the run that is on its way"));
    private UUID project = new UUID(0, 0);
    private transient Optional<UUID> run = Optional.empty();
    private transient Optional<PriorityView> shown = Optional.empty();

    PriorityPanel(Priorities priorities) {
        this.priorities = priorities;
        addClassName("winslow-access");
        Paragraph about = new Paragraph(t("Stages of higher priority go to nodes first: from -100 to 100, usually 0."));
        about.addClassName("winslow-secondary");
        boolean may = Person.may(Permission.SET_PRIORITIES);
        for (IntegerField field : new IntegerField[] {ofProject, ofRun}) {
            field.setMin(-100);
            field.setMax(100);
            field.setStepButtonsVisible(may);
            field.setReadOnly(!may);
        }
        ofRun.setClearButtonVisible(may);
        Div bar = new Div(ofProject, ofRun);
        bar.addClassName("winslow-bar");
        bar.add(Offers.only(Permission.SET_PRIORITIES, new Button(t("Set the priority"), click -> save())));
        add(new H2(t("Priority")), about, bar);
    }

    /** What the person is typing stays while nothing changes. */
    void show(UUID id, Optional<RunView> latest) {
        Optional<UUID> open = latest.filter(view -> !view.state().isFinal()).map(RunView::id);
        PriorityView now = open.map(priorities::ofRun).orElseGet(() -> priorities.ofProject(id));
        if (id.equals(project) && open.equals(run) && shown.equals(Optional.of(now))) {
            return;
        }
        project = id;
        run = open;
        shown = Optional.of(now);
        ofProject.setValue(now.ofProject());
        ofRun.setVisible(open.isPresent());
        ofRun.setPlaceholder(t("As the project: {0}", now.ofProject()));
        now.ofRun().ifPresentOrElse(ofRun::setValue, ofRun::clear);
    }

    private void save() {
        boolean done = Notices.attempt(() -> {
            if (!ofProject.getOptionalValue().equals(shown.map(PriorityView::ofProject))) {
                priorities.setOfProject(project, ofProject.getOptionalValue());
            }
            run.filter(open -> !ofRun.getOptionalValue().equals(shown.flatMap(PriorityView::ofRun)))
                    .ifPresent(open -> priorities.setOfRun(open, ofRun.getOptionalValue()));
        });
        if (done) {
            Notices.done(t("Saved."));
        }
    }
}
