package dev.winslow.ui.artifact;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Where pages read files from. */
public final class FileAddress {
    private FileAddress() {}

    public static String of(FileView file) {
        return "page/files/" + file.id();
    }

    /** An archive of what a project has, or of what a run of it left. */
    public static String archive(UUID project, Optional<UUID> run, Area area) {
        return "page/projects/" + project + "/files.zip?area=" + area
                + run.map(id -> "&run=" + id).orElse("");
    }

    /** An archive of what an attempt left. */
    public static String archive(UUID attempt, Area area) {
        return "page/attempts/" + attempt + "/files.zip?area=" + area;
    }

    /** As this archive, with what lies in a folder only. */
    static String folder(String archive, String folder) {
        return archive + "&under=" + URLEncoder.encode(folder, StandardCharsets.UTF_8);
    }
}
