package dev.winslow.minio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresentationTest {
    @ParameterizedTest
    @CsvSource({
        "a.png, image/png",
        "a.JPG, image/jpeg",
        "a.jpeg, image/jpeg",
        "a.webp, image/webp",
        "a.mp4, video/mp4",
        "a.pdf, application/pdf",
        "a.json, application/json",
        "a.txt, text/plain; charset=utf-8",
        "tracks.csv, text/plain; charset=utf-8"
    })
    void showsWhatIsHarmless(String name, String type) {
        Presentation shown = Presentation.of(name);

        assertThat(shown.contentType()).isEqualTo(type);
        assertThat(shown.disposition()).startsWith("inline; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.xhtml", "a.xml", "a.js", "a.svg", "a.svgz", "a.png.html", "", "a."})
    void savesAllElse(String name) {
        assertThat(Presentation.of(name).disposition()).startsWith("attachment; ");
    }

    @Test
    void quotesWhatAHeaderCannotHold() {
        assertThat(Presentation.of("a\"\r\n*; b.bin").disposition())
                .isEqualTo("attachment; filename*=UTF-8''a%22%0D%0A%2A%3B%20b.bin");
    }
}
