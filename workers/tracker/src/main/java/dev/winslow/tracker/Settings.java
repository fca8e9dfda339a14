package dev.winslow.tracker;

import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** What can be set by variables: each option of a stage whose default names one, so that none can be forgotten here. */
public final class Settings {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+):-(.*)}");

    private Settings() {}

    /** The value of each setting that has one, by the name of its variable. */
    public static Map<String, String> effective(CommandSpec tracker, Function<String, @Nullable String> environment) {
        Map<String, String> effective = new TreeMap<>();
        defaults(tracker).forEach((name, otherwise) -> {
            String given = environment.apply(name);
            effective.put(name, given == null ? otherwise : given);
        });
        effective.values().removeIf(String::isBlank);
        return effective;
    }

    /** What counts where a variable is not set; blank for settings that need none. */
    static Map<String, String> defaults(CommandSpec tracker) {
        Map<String, String> defaults = new TreeMap<>();
        for (CommandLine stage : tracker.subcommands().values()) {
            for (OptionSpec option : stage.getCommandSpec().options()) {
                Matcher variable = VARIABLE.matcher(written(option));
                if (variable.matches()) {
                    defaults.put(variable.group(1), variable.group(2));
                }
            }
        }
        return defaults;
    }

    /** The default as it stands in the code: the option itself has the environment's value in its place. */
    private static String written(OptionSpec option) {
        @Nullable Option annotation =
                option.userObject() instanceof AnnotatedElement element ? element.getAnnotation(Option.class) : null;
        return annotation == null ? "" : annotation.defaultValue();
    }
}
