package dev.winslow.ui.language;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language that a person chose in this browser; the browser's own until then. Spring finds it by its name. */
@Component("localeResolver")
class LanguageChoice implements LocaleResolver {
    static final String COOKIE = "winslow-language";
    static final Duration KEPT = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return locale(request.getCookies(), Collections.list(request.getLocales()));
    }

    /** With what the browser says of the country. */
    static Locale locale(Cookie @Nullable [] cookies, List<Locale> spoken) {
        Language language = chosen(cookies)
                .or(() -> spoken.stream()
                        .filter(locale -> Arrays.stream(Language.values())
                                .anyMatch(known -> known.code().equals(locale.getLanguage())))
                        .findFirst()
                        .map(Language::of))
                .orElse(Language.ENGLISH);
        return spoken.stream()
                .filter(locale -> locale.getLanguage().equals(language.code()))
                .findFirst()
                .map(language::near)
                .orElseGet(() -> language.near(Locale.ROOT));
    }

    static Optional<Language> chosen(Cookie @Nullable [] cookies) {
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> Arrays.stream(Language.values())
                        .filter(language -> language.code().equals(cookie.getValue())))
                .findFirst();
    }

    /** As the page sets it; scripts can read it, and write it anew. */
    static Cookie cookie(Language language, String path) {
        Cookie cookie = new Cookie(COOKIE, language.code());
        cookie.setPath(path);
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The page keeps the choice, in the cookie " + COOKIE);
    }
}
