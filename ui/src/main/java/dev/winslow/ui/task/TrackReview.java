package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.artifact.FileAddress;
import dev.winslow.ui.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A film with the tracks of its vehicles drawn over it, and beside it those of an earlier attempt. */
@Tag("winslow-track-review")
@JsModule("./review/track-review.ts")
final class TrackReview extends Component {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String TRACKS = "trajectories.csv";

    /** What the page's element is told. */
    private record Scene(
            List<Source> films, Optional<Source> tracks, List<Source> earlier, double fps, int width, int height) {}

    private record Source(String label, String src) {}

    /** As the first stage of the tracker describes the film. */
    private record Film(int width, int height, double meanFps) {
        static final Film UNKNOWN = new Film(0, 0, 25);
    }

    TrackReview(ReviewDesk desk, TaskView task) {
        getElement().setProperty("config", JSON.writeValueAsString(scene(desk, task)));
    }

    private static Scene scene(ReviewDesk desk, TaskView task) {
        List<Source> films = new ArrayList<>();
        desk.film(task).ifPresent(film -> films.add(new Source(t("as recorded"), FileAddress.of(film))));
        desk.file(task, task.settings().getOrDefault("video", "result.mp4"))
                .ifPresent(film -> films.add(new Source(t("result"), FileAddress.of(film))));
        Optional<FileView> tracks = desk.file(task, TRACKS);
        Film film = desk.file(task, "video.json")
                .map(desk::text)
                .map(text -> JSON.readValue(text, Film.class))
                .filter(read -> read.meanFps() > 0)
                .orElse(Film.UNKNOWN);
        return new Scene(
                films,
                tracks.map(file -> new Source(t("This attempt"), address(file))),
                tracks.map(file -> desk.earlier(task, file).stream()
                                .map(TrackReview::source)
                                .toList())
                        .orElse(List.of()),
                film.meanFps(),
                film.width(),
                film.height());
    }

    private static Source source(ReviewDesk.Earlier earlier) {
        return new Source(
                t(
                        "Attempt {0}, {1}",
                        earlier.attempt().number(),
                        earlier.attempt().endedAt().map(Words::time).orElse("")),
                address(earlier.file()));
    }

    private static String address(FileView file) {
        return FileAddress.of(file) + "/tracks";
    }
}
