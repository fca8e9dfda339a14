package dev.winslow.ui.language;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts in the language of the person. In code they stand in English, where they are used; the German is in {@code winslow/german.json}. */
public final class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private Texts() {}

    /**
     * The text in the person's language. A test finds those that have no translation, so the text must be a literal, or have passed through
     * {@link #later}.
     *
     * @param values stand for {@code {0}}, {@code {1}} and so on; numbers are written as the language does
     */
    public static String t(String english, Object... values) {
        Locale locale = Language.currentLocale();
        String text = Translations.text(Language.of(locale), english);
        return values.length == 0 ? text : fill(text, locale, values);
    }

    /**
     * How many there are: {@code count(runs, "one run", "{0} runs")}.
     *
     * @param values stand for {@code {1}} and so on; {@code {0}} is the number
     */
    public static String count(long number, String one, String more, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = number;
        System.arraycopy(values, 0, all, 1, values.length);
        return t(number == 1 ? one : more, all);
    }

    /** Marks a text that stands where no language is known yet, such as in a constant; {@code t} translates it where it is shown. */
    public static String later(String english) {
        return english;
    }

    /** A number as the person's language writes it. */
    public static String number(Number number) {
        return NumberFormat.getInstance(Language.currentLocale()).format(number);
    }

    private static String fill(String text, Locale locale, Object... values) {
        return PLACE.matcher(text).replaceAll(place -> {
            Object value = values[Integer.parseInt(place.group(1))];
            String words =
                    value instanceof Number ? NumberFormat.getInstance(locale).format(value) : String.valueOf(value);
            return java.util.regex.Matcher.quoteReplacement(words);
        });
    }
}
