package dev.winslow.engine.trigger;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerSource.Folder;
import dev.winslow.engine.problem.ProblemException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which films of a folder are meant, and what their projects are called. */
final class Template {
    private static final String FILMS = "*.{mp4,mov,m4v,avi,mkv,webm,mts,m2ts,ts,mpg,mpeg,wmv}";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> KNOWN = Set.of("file", "date");

    private Template() {}

    static void check(Folder folder) {
        matcher(folder);
        PLACEHOLDER
                .matcher(folder.project().name())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ProblemException(
                            ProblemType.INVALID,
                            "There is no {" + name + "} for a project's name.",
                            "Use {file} for the film's name and {date} for the day of its arrival.");
                });
    }

    /** Whether the file lies in the folder, or in one below, and its name fits; cameras write names in capitals, people do not. */
    static boolean fits(Folder folder, String path) {
        return path.startsWith(inside(folder))
                && matcher(folder).matches(Path.of(fileName(path).toLowerCase(Locale.ROOT)));
    }

    /** Whether a film that fires the one fires the other. */
    static boolean isOfSameFilms(TriggerSource one, TriggerSource other) {
        return one.equals(other)
                || (one instanceof Folder folder
                        && other instanceof Folder another
                        && folder.folder().equals(another.folder())
                        && folder.files().equals(another.files()));
    }

    static String name(Folder folder, FileView film) {
        String fileName = fileName(film.path());
        int dot = fileName.lastIndexOf('.');
        String bare = dot > 0 ? fileName.substring(0, dot) : fileName;
        String date = film.createdAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return PLACEHOLDER
                .matcher(folder.project().name())
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(value(found, bare, date)));
    }

    private static String value(MatchResult placeholder, String file, String date) {
        return switch (placeholder.group(1)) {
            case "file" -> file;
            case "date" -> date;
            default -> placeholder.group();
        };
    }

    private static PathMatcher matcher(Folder folder) {
        String pattern = folder.files().orElse(FILMS).toLowerCase(Locale.ROOT);
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "\"" + pattern + "\" is no pattern for file names: " + e.getDescription() + ".",
                    "Give one such as *.mp4 or DJI_*.{mp4,mov}.");
        }
    }

    private static String inside(Folder folder) {
        return folder.folder() + "/";
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
