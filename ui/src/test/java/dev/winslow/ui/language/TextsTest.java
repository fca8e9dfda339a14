package dev.winslow.ui.language;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class TextsTest {
    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void isEnglishWhereNobodyAsks() {
        assertThat(t("Projects")).isEqualTo("Projects");
    }

    @Test
    void isInTheLanguageOfTheRequest() {
        LocaleContextHolder.setLocale(Locale.GERMANY);

        assertThat(t("Projects")).isEqualTo("Projekte");
    }

    @Test
    void writesNumbersAsTheLanguageDoes() {
        assertThat(t("{0} of {1}", 1_234, "the $1 best")).isEqualTo("1,234 of the $1 best");
        LocaleContextHolder.setLocale(Locale.GERMANY);
        assertThat(Texts.number(1_234.5)).isEqualTo("1.234,5");
    }

    @Test
    void tellsOneFromMore() {
        assertThat(count(1, "one run", "{0} runs")).isEqualTo("one run");
        assertThat(count(3, "one run", "{0} runs")).isEqualTo("3 runs");
        assertThat(count(0, "one run", "{0} runs of {1}", "today")).isEqualTo("0 runs of today");
    }
}
