package dev.winslow.engine.artifact;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.util.Arrays;

/** Refuses paths that lead out of their folder or that some file system could not hold. */
public final class ValidPath {
    private static final int LONGEST = 900;

    private ValidPath() {}

    public static String check(String path) {
        boolean bad = path.isBlank()
                || path.length() > LONGEST
                || path.startsWith("/")
                || path.endsWith("/")
                || path.contains("\\")
                || path.chars().anyMatch(Character::isISOControl)
                || Arrays.stream(path.split("/", -1))
                        .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (bad) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Expected a path such as videos/morning.mp4, but got \"" + path + "\".",
                    "Use a relative path of at most " + LONGEST
                            + " characters, with / between folders and without . or .. in it.");
        }
        return path;
    }
}
