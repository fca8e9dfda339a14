package dev.winslow.engine.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.trigger.ProjectTemplate;
import dev.winslow.api.trigger.TriggerSource.Folder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void meansFilmsInTheFolderAndBelowIt() {
        Folder folder = folder(Optional.empty(), "{file}");

        assertThat(Template.fits(folder, "incoming/DJI_0001.MP4")).isTrue();
        assertThat(Template.fits(folder, "incoming/monday/a.mov")).isTrue();
        assertThat(Template.fits(folder, "incoming/notes.txt")).isFalse();
        assertThat(Template.fits(folder, "incoming.mp4")).isFalse();
        assertThat(Template.fits(folder, "old/incoming/a.mp4")).isFalse();
    }

    @Test
    void meansOnlyFilesWhoseNameFitsThePattern() {
        Folder folder = folder(Optional.of("DJI_*.mp4"), "{file}");

        assertThat(Template.fits(folder, "incoming/DJI_0001.MP4")).isTrue();
        assertThat(Template.fits(folder, "incoming/GOPR_0001.MP4")).isFalse();
    }

    @Test
    void isOfTheSameFilmsWhateverBecomesOfThem() {
        Folder films = folder(Optional.of("*.mp4"), "{file}");

        assertThat(Template.isOfSameFilms(films, folder(Optional.of("*.mp4"), "Bridge {date}")))
                .isTrue();
        assertThat(Template.isOfSameFilms(films, folder(Optional.of("*.mov"), "{file}")))
                .isFalse();
        assertThat(Template.isOfSameFilms(films, new Folder("other", films.files(), films.project())))
                .isFalse();
    }

    @Test
    void namesTheProjectForItsFilm() {
        FileView film = new FileView(
                new UUID(1, 1),
                Area.INPUT,
                "incoming/DJI_$1.v2.mp4",
                1,
                "",
                Instant.parse("2026-01-02T23:30:00Z"),
                Optional.empty(),
                Optional.empty());

        assertThat(Template.name(folder(Optional.empty(), "Bridge {date}, {file}"), film))
                .isEqualTo("Bridge 2026-01-02, DJI_$1.v2");
    }

    @Test
    void refusesPatternsThatItDoesNotUnderstand() {
        assertThatThrownBy(() -> Template.check(folder(Optional.empty(), "{film}")))
                .hasMessageContaining("{film}");
        assertThatThrownBy(() -> Template.check(folder(Optional.of("{mp4"), "{file}")))
                .hasMessageContaining("no pattern");
    }

    private static Folder folder(Optional<String> files, String name) {
        return new Folder("incoming", files, new ProjectTemplate(name, "p", List.of()));
    }
}
