package dev.winslow.ui.language;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** A language of the pages. */
public enum Language {
    ENGLISH(Locale.UK, "English"),
    GERMAN(Locale.GERMANY, "Deutsch");

    private final Locale usual;
    private final String ownName;

    Language(Locale usual, String ownName) {
        this.usual = usual;
        this.ownName = ownName;
    }

    /** Of the page that is built or pushed to, else of the request that is answered; English where there is neither. */
    public static Language current() {
        return of(currentLocale());
    }

    /** The language, and the country by whose habits dates and numbers are written. */
    public static Locale currentLocale() {
        return Optional.ofNullable(UI.getCurrent())
                .map(UI::getLocale)
                .or(() -> Optional.ofNullable(LocaleContextHolder.getLocaleContext())
                        .map(LocaleContext::getLocale))
                .orElse(ENGLISH.usual);
    }

    static Language of(Locale locale) {
        return locale.getLanguage().equals(GERMAN.code()) ? GERMAN : ENGLISH;
    }

    /** As in {@code <html lang>}. */
    public String code() {
        return usual.getLanguage();
    }

    /** What those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    /** The one that a switch offers. */
    public Language other() {
        return this == ENGLISH ? GERMAN : ENGLISH;
    }

    /**
     * With the country of somebody who wants this locale, where that goes together: German from Vienna stays from Vienna. Some browsers name
     * no country, and without one a week begins on Sunday.
     */
    Locale near(Locale wanted) {
        return wanted.getLanguage().equals(code()) && !wanted.getCountry().isEmpty() ? wanted : usual;
    }
}
