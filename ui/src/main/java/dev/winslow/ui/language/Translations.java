package dev.winslow.ui.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * The German texts by their English ones.
 *
 * @param pages those of Java
 * @param elements those of the scripts in the browser, which come with the page
 */
record Translations(Map<String, String> pages, Map<String, String> elements) {
    private static final Translations GERMAN = read();

    static String text(Language language, String english) {
        return switch (language) {
            case ENGLISH -> english;
            case GERMAN -> GERMAN.pages.getOrDefault(english, english);
        };
    }

    static Translations german() {
        return GERMAN;
    }

    private static Translations read() {
        try (InputStream file = Translations.class.getResourceAsStream("/winslow/german.json")) {
            return JsonMapper.shared()
                    .readValue(Objects.requireNonNull(file, "winslow/german.json"), Translations.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("winslow/german.json cannot be read", unreadable);
        }
    }
}
