package dev.winslow.ui.language;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageChoiceTest {
    @ParameterizedTest
    @CsvSource({
        "de-AT, de-AT",
        "de, de-DE",
        "en, en-GB",
        "en-US;de, en-US",
        "fr;de-CH;en, de-CH",
        "fr, en-GB",
        "ja;fr, en-GB"
    })
    void followsTheBrowser(String spoken, String locale) {
        assertThat(LanguageChoice.locale(null, locales(spoken))).isEqualTo(Locale.forLanguageTag(locale));
    }

    @ParameterizedTest
    @CsvSource({"de, en-US, de-DE", "de, en-US;de-AT, de-AT", "en, de, en-GB", "xx, de, de-DE"})
    void choiceComesFirst(String chosen, String spoken, String locale) {
        Cookie[] cookies = {new Cookie("other", "en"), new Cookie(LanguageChoice.COOKIE, chosen)};

        assertThat(LanguageChoice.locale(cookies, locales(spoken))).isEqualTo(Locale.forLanguageTag(locale));
    }

    @Test
    void englishWhereTheBrowserSaysNothing() {
        assertThat(LanguageChoice.locale(null, List.of())).isEqualTo(Locale.UK);
    }

    private static List<Locale> locales(String spoken) {
        return Stream.of(spoken.split(";")).map(Locale::forLanguageTag).toList();
    }
}
