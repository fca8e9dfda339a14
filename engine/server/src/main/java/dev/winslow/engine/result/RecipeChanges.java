package dev.winslow.engine.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In words what changed from one recipe to another, without the values of secrets. */
public final class RecipeChanges {
    private static final int MOST = 5;
    private static final int LONGEST = 60;

    private final Recipe before;
    private final Recipe now;
    /** What is a secret on one side only stands on the other in plain text, in arguments as well. */
    private final boolean mayShowValues;

    private final List<String> changes = new ArrayList<>();

    private RecipeChanges(Recipe before, Recipe now) {
        this.before = before;
        this.now = now;
        this.mayShowValues = before.secrets().keySet().equals(now.secrets().keySet());
    }

    public static RecipeChanges between(Recipe before, Recipe now) {
        RecipeChanges between = new RecipeChanges(before, now);
        between.compare();
        return between;
    }

    public int count() {
        return changes.size();
    }

    /** Such as: variable MODEL changed from a to b; file x.csv changed. */
    public String sentence() {
        String shown = changes.stream().limit(MOST).collect(Collectors.joining("; "));
        return changes.size() <= MOST ? shown : shown + "; and " + (changes.size() - MOST) + " more changes";
    }

    private void compare() {
        if (!before.image().equals(now.image())) {
            changes.add("the image changed from " + before.image() + " to " + now.image());
        }
        variables();
        files();
        if (!before.arguments().equals(now.arguments())) {
            changes.add(arguments());
        }
        if (!before.rules().equals(now.rules())) {
            changes.add("its pipeline judges success by other patterns or exit codes");
        }
    }

    private void variables() {
        Set<String> secrets = names(before.secrets(), now.secrets());
        for (String name : names(before.environment(), now.environment())) {
            if (!secrets.contains(name)) {
                compare("variable " + name, before.environment(), now.environment(), name);
            }
        }
        secrets.stream()
                .filter(name -> !Objects.equals(
                        before.secrets().get(name), now.secrets().get(name)))
                .forEach(name -> changes.add("the secret " + name + " changed"));
    }

    private void compare(String what, Map<String, String> old, Map<String, String> fresh, String name) {
        String was = old.getOrDefault(name, "");
        String is = fresh.getOrDefault(name, "");
        if (!fresh.containsKey(name)) {
            changes.add(what + " is gone");
        } else if (!old.containsKey(name)) {
            changes.add(what + " is new" + (mayShowValues ? ": " + shown(is) : ""));
        } else if (!was.equals(is)) {
            changes.add(what + " changed" + (mayShowValues ? " from " + shown(was) + " to " + shown(is) : ""));
        }
    }

    private void files() {
        for (String file : names(before.files(), now.files())) {
            String path = "file " + file.substring(file.indexOf('/') + 1);
            if (!now.files().containsKey(file)) {
                changes.add(path + " is gone");
            } else if (!before.files().containsKey(file)) {
                changes.add(path + " is new");
            } else if (!Objects.equals(before.files().get(file), now.files().get(file))) {
                changes.add(path + " changed");
            }
        }
    }

    private String arguments() {
        return mayShowValues
                ? "the arguments changed from " + shown(String.join(" ", before.arguments())) + " to "
                        + shown(String.join(" ", now.arguments()))
                : "the arguments changed";
    }

    private static Set<String> names(Map<String, String> one, Map<String, String> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\s+", " ");
        if (line.isBlank()) {
            return "nothing";
        }
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
