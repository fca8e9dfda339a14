package dev.winslow.ui.artifact;

import dev.winslow.api.artifact.FileView;
import java.util.Locale;
import java.util.Map;

/** What a browser can show of a file, by the ending of its name. */
enum FileKind {
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

    static FileKind of(FileView file) {
        String ending = file.path().substring(file.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.getOrDefault(ending, OTHER);
    }
}
