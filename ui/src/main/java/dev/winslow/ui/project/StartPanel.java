package dev.winslow.ui.project;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.artifact.VideoUpload;
import dev.winslow.ui.run.StartOptions;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts a run: on a video that the project has, or on one that is sent now. */
final class StartPanel extends Div {
    private final transient ProjectDesk desk;
    private transient Optional<ProjectView> project = Optional.empty();
    private transient Optional<StartOptions> options = Optional.empty();
    private List<FileView> inputs = List.of();
    private boolean wanted;

    StartPanel(ProjectDesk desk) {
        this.desk = desk;
        addClassNames("winslow-panel", "winslow-form");
        setVisible(false);
    }

    /** Opens the panel for another run. */
    void again() {
        wanted = true;
        build();
        setVisible(true);
    }

    void show(ProjectView view, boolean startable) {
        List<FileView> now = desk.inputs(view.id());
        boolean changed = !Optional.of(view.id()).equals(project.map(ProjectView::id))
                || !now.equals(inputs)
                || getComponentCount() == 0;
        project = Optional.of(view);
        inputs = now;
        if (changed) {
            build();
        }
        setVisible(startable || wanted);
    }

    private void build() {
        removeAll();
        add(new H2("Start a run"));
        if (!inputs.isEmpty()) {
            addChoice();
        }
        VideoUpload upload = desk.upload();
        Button send = new Button(inputs.isEmpty() ? "Send and start" : "Send another video and start");
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            if (upload.chosen().isPresent()) {
                project.ifPresent(view -> upload.send(view.id(), file -> start(file.path())));
            } else {
                Notices.refused("Choose a video first.");
                send.setEnabled(true);
            }
        });
        upload.onFailure(() -> send.setEnabled(true));
        Button close = new Button("Not now", click -> {
            wanted = false;
            setVisible(false);
        });
        close.setVisible(wanted);
        close.addThemeVariants(ButtonVariant.TERTIARY);
        options = project.map(desk::options);
        Div sending = new Div(send, close);
        sending.addClassName("winslow-bar");
        add(upload);
        options.ifPresent(this::add);
        add(sending);
    }

    private void addChoice() {
        RadioButtonGroup<FileView> videos = new RadioButtonGroup<>("Video");
        videos.setItemLabelGenerator(file -> file.path() + " (" + Words.size(file.size()) + ")");
        videos.setItems(inputs);
        videos.setValue(inputs.getLast());
        Button go = new Button(
                "Start",
                VaadinIcon.PLAY.create(),
                click -> start(videos.getValue().path()));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        add(videos, go);
    }

    private void start(String video) {
        if (options.filter(StartOptions::isValid).isEmpty()) {
            return;
        }
        if (Notices.attempt(() ->
                desk.start(project.orElseThrow().id(), options.orElseThrow().request(Map.of("VIDEO", video))))) {
            wanted = false;
            setVisible(false);
        }
    }
}
