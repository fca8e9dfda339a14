package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.artifact.FileKind;
import dev.winslow.ui.artifact.VideoUpload;
import dev.winslow.ui.run.StartOptions;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.util.Comparator;
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
    private boolean sending;

    StartPanel(ProjectDesk desk) {
        this.desk = desk;
        addClassNames("winslow-panel", "winslow-form");
        setVisible(false);
    }

    /** Opens the panel for another run. */
    void again() {
        wanted = true;
        if (!sending) {
            removeAll();
            project.ifPresent(this::renew);
        }
        setVisible(true);
    }

    /** What is being sent stays until it has arrived or failed. What nobody sees is not made. */
    void show(ProjectView view, boolean startable, boolean mayStart) {
        if (!Optional.of(view.id()).equals(project.map(ProjectView::id))) {
            removeAll();
            sending = false;
        }
        project = Optional.of(view);
        boolean shown = mayStart && (startable || wanted);
        if (shown && !sending) {
            renew(view);
        }
        setVisible(shown);
    }

    private void renew(ProjectView view) {
        List<FileView> now = desk.inputs(view.id());
        if (getComponentCount() == 0 || !now.equals(inputs)) {
            inputs = now;
            build();
        }
    }

    private void build() {
        removeAll();
        sending = false;
        add(new H2(t("Start a run")));
        List<FileView> films = films();
        if (!films.isEmpty()) {
            addChoice(films);
        }
        VideoUpload upload = desk.upload();
        Button send = new Button(films.isEmpty() ? t("Send and start") : t("Send another video and start"));
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            if (upload.chosen().isPresent()) {
                project.ifPresent(view -> send(upload, view));
            } else {
                Notices.refused(t("Choose a video first."));
                send.setEnabled(true);
            }
        });
        upload.onFailure(() -> {
            sending = false;
            send.setEnabled(true);
        });
        project.ifPresent(view -> upload.offerToGoOn(view.id(), () -> {
            send.setEnabled(false);
            send(upload, view);
        }));
        Button close = new Button(t("Not now"), click -> {
            wanted = false;
            setVisible(false);
        });
        close.setVisible(wanted);
        close.addThemeVariants(ButtonVariant.TERTIARY);
        options = project.map(desk::options);
        Button without = new Button(t("Start without a video"), click -> start(Map.of()));
        without.addThemeVariants(ButtonVariant.TERTIARY);
        Div ways = new Div(send, without, close);
        ways.addClassName("winslow-bar");
        add(upload);
        options.ifPresent(this::add);
        add(ways);
    }

    private void send(VideoUpload upload, ProjectView view) {
        sending = true;
        upload.send(view.id(), film -> {
            sending = false;
            startOn(film);
        });
    }

    /** A model or a table that lies beside the films is none of them, unless there is nothing else to start with. */
    private List<FileView> films() {
        List<FileView> films = inputs.stream().filter(FileKind::isFilm).toList();
        return films.isEmpty() ? inputs : films;
    }

    private void addChoice(List<FileView> films) {
        RadioButtonGroup<FileView> videos = new RadioButtonGroup<>(t("Video"));
        videos.setItemLabelGenerator(file -> file.path() + " (" + Words.size(file.size()) + ")");
        videos.setItems(films);
        videos.setValue(
                films.stream().max(Comparator.comparing(FileView::createdAt)).orElseThrow());
        Button go = new Button(t("Start"), VaadinIcon.PLAY.create(), click -> startOn(videos.getValue()));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        add(videos, go);
    }

    private void startOn(FileView film) {
        start(Map.of("VIDEO", film.path()));
    }

    private void start(Map<String, String> variables) {
        if (options.filter(StartOptions::isValid).isEmpty()) {
            return;
        }
        if (Notices.attempt(() ->
                desk.start(project.orElseThrow().id(), options.orElseThrow().request(variables)))) {
            wanted = false;
            setVisible(false);
        }
    }
}
