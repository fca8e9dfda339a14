package dev.winslow.ui.project;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.artifact.FilmFrame;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.StateBadge;
import java.util.Optional;

/** A project with a picture of its film. Of what changes only that is drawn anew, so that the keyboard stays where it is. */
final class ProjectCard extends ListItem {
    private final Anchor name;
    private final Div state = new Div();
    private final ProjectProgress progress;
    private final Div tags = new Div();
    private transient Optional<Listed> shown = Optional.empty();

    ProjectCard(Listed listed) {
        ProjectView project = listed.project();
        addClassNames("winslow-panel", "winslow-project-card");
        name = Navigation.toProject(project.id(), project.name());
        name.addClassName("winslow-project-card-name");
        state.addClassName("winslow-project-card-state");
        progress = new ProjectProgress(listed);
        tags.addClassName("winslow-tags");
        Div body = new Div(name, state, progress, tags);
        body.addClassName("winslow-project-card-body");
        add(new FilmFrame(project.id()), body);
        show(listed);
    }

    void show(Listed listed) {
        Optional<ProjectView> before = shown.map(Listed::project);
        if (!before.equals(Optional.of(listed.project()))) {
            show(listed.project());
        }
        if (!shown.equals(Optional.of(listed))) {
            progress.show(listed);
        }
        shown = Optional.of(listed);
    }

    private void show(ProjectView project) {
        name.setText(project.name());
        Span stage = new Span(String.join(", ", project.currentStages()));
        stage.addClassName("winslow-secondary");
        state.removeAll();
        state.add(new StateBadge(project.state()), stage);
        tags.removeAll();
        project.tags().forEach(tag -> tags.add(new Span(tag)));
    }
}
