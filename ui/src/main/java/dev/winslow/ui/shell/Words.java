package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.UI;
import dev.winslow.ui.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Sizes, times and states as people read them. */
public final class Words {
    private static final long KILO = 1000;

    private Words() {}

    /** A size with a decimal unit, such as {@code 4.9 MB}. */
    public static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= KILO && unit < 3) {
            value /= KILO;
            unit++;
        }
        return String.format(Language.currentLocale(), "%.1f %sB", value, "kMGT".charAt(unit));
    }

    /** A duration in its two largest units, such as {@code 2 h 5 min}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return t("{0} min {1} s", seconds / 60, seconds % 60);
        }
        return t("{0} h {1} min", seconds / 3600, seconds % 3600 / 60);
    }

    /** A guess of how much longer something takes, in one unit, since more would be feigned: {@code about 12 min left}. */
    public static String left(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return t("less than a minute left");
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 120 ? t("about {0} min left", minutes) : t("about {0} h left", Math.round(minutes / 60.0));
    }

    /** A time in the zone of the person's browser, as their language writes it. */
    public static String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Language.currentLocale())
                .withZone(zone())
                .format(instant);
    }

    /** Where the person's browser is. */
    public static ZoneId zone() {
        String name = UI.getCurrent().getPage().getExtendedClientDetails().getTimeZoneId();
        return name == null || name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
    }

    /** The name of a state in a sentence: {@code SUCCEEDED} is "Succeeded". A test lists the enums whose names are translated. */
    public static String state(Enum<?> state) {
        String name = state.name();
        return t(name.charAt(0) + name.substring(1).toLowerCase(Locale.ENGLISH));
    }

    /** As {@link #state}, within a sentence. */
    public static String stateInSentence(Enum<?> state) {
        String words = state(state);
        return words.substring(0, 1).toLowerCase(Language.currentLocale()) + words.substring(1);
    }
}
