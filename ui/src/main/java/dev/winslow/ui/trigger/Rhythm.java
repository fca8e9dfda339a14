package dev.winslow.ui.trigger;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times that come again, as people say them; each is a cron expression, and what nobody says in a word is only that. */
sealed interface Rhythm {
    Pattern AT = Pattern.compile("(\\d{1,2}) (\\d{1,2}) \\* \\* (\\*|[A-Z]{3}|[0-7]|MON-FRI|1-5)");
    Pattern EACH_HOUR = Pattern.compile("(\\d{1,2}) \\* \\* \\* \\*");

    String cron();

    record Daily(LocalTime at) implements Rhythm {
        @Override
        public String cron() {
            return Rhythm.at(at) + " *";
        }
    }

    /** From Monday to Friday. */
    record Workdays(LocalTime at) implements Rhythm {
        @Override
        public String cron() {
            return Rhythm.at(at) + " MON-FRI";
        }
    }

    record Weekly(DayOfWeek day, LocalTime at) implements Rhythm {
        @Override
        public String cron() {
            return Rhythm.at(at) + " " + day.name().substring(0, 3);
        }
    }

    record Hourly(int minute) implements Rhythm {
        @Override
        public String cron() {
            return minute + " * * * *";
        }
    }

    record Other(String cron) implements Rhythm {}

    static Rhythm of(String cron) {
        String plain = cron.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        Matcher hourly = EACH_HOUR.matcher(plain);
        if (hourly.matches() && Integer.parseInt(hourly.group(1)) < 60) {
            return new Hourly(Integer.parseInt(hourly.group(1)));
        }
        Matcher at = AT.matcher(plain);
        return at.matches() ? ofDays(at).orElseGet(() -> new Other(cron)) : new Other(cron);
    }

    private static Optional<Rhythm> ofDays(Matcher at) {
        int minute = Integer.parseInt(at.group(1));
        int hour = Integer.parseInt(at.group(2));
        if (minute > 59 || hour > 23) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.of(hour, minute);
        return switch (at.group(3)) {
            case "*" -> Optional.of(new Daily(time));
            case "MON-FRI", "1-5" -> Optional.of(new Workdays(time));
            default -> day(at.group(3)).map(day -> new Weekly(day, time));
        };
    }

    /** By its name or its number; Sunday is both 0 and 7. */
    private static Optional<DayOfWeek> day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean number =
                    name.equals(String.valueOf(day.getValue())) || (day == DayOfWeek.SUNDAY && name.equals("0"));
            if (number || day.name().startsWith(name)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static String at(LocalTime time) {
        return time.getMinute() + " " + time.getHour() + " * *";
    }
}
