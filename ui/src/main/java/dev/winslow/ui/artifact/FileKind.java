package dev.winslow.ui.artifact;

import dev.winslow.api.artifact.FileView;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a browser can show of a file, by the ending of its name. */
public enum FileKind {
    PICTURE,
    VIDEO,
    TABLE,
    JSON,
    TEXT,
    OTHER;

    private static final Map<String, FileKind> ENDINGS = Map.ofEntries(
            Map.entry("svg", PICTURE),
            Map.entry("png", PICTURE),
            Map.entry("jpg", PICTURE),
            Map.entry("jpeg", PICTURE),
            Map.entry("webp", PICTURE),
            Map.entry("gif", PICTURE),
            Map.entry("mp4", VIDEO),
            Map.entry("webm", VIDEO),
            Map.entry("csv", TABLE),
            Map.entry("tsv", TABLE),
            Map.entry("json", JSON),
            Map.entry("geojson", JSON),
            Map.entry("txt", TEXT),
            Map.entry("log", TEXT),
            Map.entry("md", TEXT),
            Map.entry("xml", TEXT),
            Map.entry("yaml", TEXT),
            Map.entry("yml", TEXT),
            Map.entry("properties", TEXT),
            Map.entry("srt", TEXT));

    /** Films that stages read, though not every browser shows them. */
    private static final Set<String> FILMS =
            Set.of("mp4", "webm", "mov", "m4v", "avi", "mkv", "mpg", "mpeg", "ts", "mts", "m2ts", "wmv");

    public static boolean isFilm(FileView file) {
        return FILMS.contains(ending(file));
    }

    static FileKind of(FileView file) {
        return ENDINGS.getOrDefault(ending(file), OTHER);
    }

    private static String ending(FileView file) {
        return file.path().substring(file.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
