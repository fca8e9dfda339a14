package dev.winslow.ui.shell;

import com.vaadin.flow.component.UI;
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
        return String.format(Locale.ENGLISH, "%.1f %sB", value, "kMGT".charAt(unit));
    }

    /** A duration in its two largest units, such as {@code 2 h 5 min}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /** A guess of how much longer something takes, in one unit, since more would be feigned: {@code about 12 min left}. */
    public static String left(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return "less than a minute left";
        }
        long minutes = Math.round(seconds / 60.0);
        return "about " + (minutes < 120 ? minutes + " min" : Math.round(minutes / 60.0) + " h") + " left";
    }

    /** A time in the zone and the language of the person's browser. */
    public static String time(Instant instant) {
        UI ui = UI.getCurrent();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(ui.getLocale())
                .withZone(zone(ui))
                .format(instant);
    }

    /** Where the person's browser is. */
    public static ZoneId zone() {
        return zone(UI.getCurrent());
    }

    private static ZoneId zone(UI ui) {
        String name = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        return name == null || name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
    }

    /** The name of a state in a sentence: {@code SUCCEEDED} is "Succeeded". */
    public static String state(Enum<?> state) {
        String name = state.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ENGLISH);
    }
}
