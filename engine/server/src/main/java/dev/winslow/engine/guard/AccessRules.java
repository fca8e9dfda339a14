package dev.winslow.engine.guard;

import dev.winslow.api.Paths;
import dev.winslow.api.access.Right;
import dev.winslow.engine.access.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What right on which project an address takes: looking takes {@link Right#SEE}, all else {@link Right#CHANGE}, but for the exceptions in the table. What an
 * address is about, its first word says. An address that names something and is in none of the lists is not served, so that none is forgotten.
 */
final class AccessRules {
    private static final Set<String> ROOTS = Set.of(Paths.ROOT + "/", "/page/");
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    private static final Map<String, Subject> SUBJECTS = Map.of(
            "projects", Subject.PROJECT,
            "runs", Subject.RUN,
            "attempts", Subject.ATTEMPT,
            "tasks", Subject.TASK,
            "studies", Subject.STUDY,
            "triggers", Subject.TRIGGER,
            "files", Subject.FILE);

    /** What names in an address stand for that have nothing to do with a project. */
    private static final Set<String> OF_ALL =
            Set.of("pipelines", "nodes", "pool", "accounts", "groups", "tokens", "me", "variables", "point-templates");

    /** A worker proves its right by its lease, and a trigger's token that it starts runs of this project. */
    private static final Set<String> BY_OWN_TOKEN = Set.of(Paths.START, Paths.ROOT + "/worker/attempts/{id}/");

    /** Parameters behind the question mark that name something of a project. */
    static final Map<String, Subject> PARAMETERS = Map.of("project", Subject.PROJECT, "run", Subject.RUN);

    private static final List<Line> EXCEPTIONS = List.of(
            new Line(Right.OWN, "DELETE", Paths.PROJECTS + "/{id}"),
            new Line(Right.OWN, "PATCH", Paths.PROJECT_ACCESS),
            // Who may do this at all says the table of permissions: operators, also of projects that are not theirs.
            new Line(Right.SEE, "PUT", Paths.PROJECT_PRIORITY),
            new Line(Right.SEE, "PUT", Paths.RUN_PRIORITY),
            new Line(Right.SEE, "POST", Paths.ATTEMPT_PATTERNS),
            // The address of a receiver may be a secret.
            new Line(Right.CHANGE, "GET", Paths.PROJECT_NOTIFICATIONS),
            new Line(Right.TAKE_PART, "POST", Paths.TASKS + "/"),
            new Line(Right.TAKE_PART, "PUT", Paths.TASKS + "/"),
            new Line(Right.TAKE_PART, "DELETE", Paths.TASKS + "/"));

    private AccessRules() {}

    /** @param variable what the name is called in the pattern of the address */
    record Need(Subject subject, String variable, Right right) {}

    /** What a call takes; nothing where it is about no project. */
    static Optional<Need> of(String method, String pattern) {
        if (!pattern.contains("{") || BY_OWN_TOKEN.stream().anyMatch(pattern::startsWith)) {
            return Optional.empty();
        }
        String[] words = words(pattern);
        Optional<Subject> subject = words.length > 1 && words[1].startsWith("{")
                ? Optional.ofNullable(SUBJECTS.get(words[0]))
                : Optional.empty();
        if (subject.isEmpty() && !OF_ALL.contains(words[0])) {
            throw new IllegalStateException("No rule says who may call " + method + " " + pattern);
        }
        return subject.map(what -> new Need(what, variable(words[1]), right(method, pattern)));
    }

    private static Right right(String method, String pattern) {
        return EXCEPTIONS.stream()
                .filter(line -> line.fits(method, pattern))
                .map(Line::right)
                .findFirst()
                .orElse(LOOKING.contains(method) ? Right.SEE : Right.CHANGE);
    }

    private static String[] words(String pattern) {
        String inside = ROOTS.stream()
                .filter(pattern::startsWith)
                .map(root -> pattern.substring(root.length()))
                .findFirst()
                .orElse(pattern);
        return inside.split("/");
    }

    private static String variable(String word) {
        return word.substring(1, word.length() - 1);
    }

    /** @param pattern whole, or all that begin with it where it ends with a slash; whatever the variables are called */
    private record Line(Right right, String method, String pattern) {
        boolean fits(String called, String address) {
            String plain = plain(address);
            return method.equals(LOOKING.contains(called) ? "GET" : called)
                    && (pattern.endsWith("/") ? plain.startsWith(pattern) : plain.equals(plain(pattern)));
        }

        private static String plain(String pattern) {
            return pattern.replaceAll("\\{[^}]*}", "{}");
        }
    }
}
