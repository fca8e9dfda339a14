package dev.winslow.ui.artifact;

import dev.winslow.api.artifact.FileView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Files that belong together.
 *
 * @param archive the address of an archive of them
 */
public record FileGroup(String title, List<FileView> files, String archive) {

    /** By the folder in which they lie; those that lie in none come first, under an empty name. */
    Map<String, List<FileView>> folders() {
        return files.stream()
                .collect(Collectors.groupingBy(file -> folder(file.path()), TreeMap::new, Collectors.toList()));
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    static String name(FileView file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }
}
