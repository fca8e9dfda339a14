package dev.winslow.ui.artifact;

import dev.winslow.api.artifact.FileView;

/** Where pages read a file from. */
public final class FileAddress {
    private FileAddress() {}

    public static String of(FileView file) {
        return "page/files/" + file.id();
    }
}
