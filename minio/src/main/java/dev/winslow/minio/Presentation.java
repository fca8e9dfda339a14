package dev.winslow.minio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How browsers show a file, by its name and not by what its uploader said of it: a page or a script that somebody uploaded must not run. What is
 * known to be harmless is shown, all else is saved.
 *
 * @param disposition for the header Content-Disposition
 */
record Presentation(String contentType, String disposition) {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("csv", "text/plain; charset=utf-8"),
            Map.entry("json", "application/json"));

    private static final String UNKNOWN = "application/octet-stream";

    /** For programs that fetch the bytes and do not show them. */
    static final Presentation NAMELESS = new Presentation(UNKNOWN, "attachment");

    /** Pictures in this format may hold scripts, which run where they are opened by themselves but not within a page. */
    private static final Set<String> SAVED = Set.of("svg");

    static Presentation of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = TYPES.getOrDefault(ending, UNKNOWN);
        boolean shown = TYPES.containsKey(ending) && !SAVED.contains(ending);
        return new Presentation(
                type,
                (shown ? "inline" : "attachment") + "; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A"));
    }
}
