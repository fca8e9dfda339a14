package dev.winslow.agent.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders as a whole. */
public final class Folders {
    private static final int TRIES = 10;
    private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwx------");

    private Folders() {}

    public static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            return !all.iterator().hasNext();
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }

    /**
     * Deletes the folder with all that is in it, also where a folder in it is read-only. Links are not followed. What
     * somebody who has not heard of it yet still writes there, or takes away, is no hindrance.
     */
    public static void delete(Path folder) throws IOException {
        for (int left = TRIES; ; left--) {
            try {
                deleteAsFound(folder);
                return;
            } catch (NoSuchFileException | DirectoryNotEmptyException changed) {
                if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                    return;
                }
                if (left <= 1) {
                    throw changed;
                }
            }
        }
    }

    private static void deleteAsFound(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            empty(folder);
        }
        Files.delete(folder);
    }

    private static void empty(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, OPEN);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                try {
                    Files.delete(each);
                } catch (DirectoryNotEmptyException filled) {
                    empty(each);
                    Files.delete(each);
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }
}
