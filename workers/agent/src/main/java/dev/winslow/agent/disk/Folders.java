package dev.winslow.agent.disk;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Folders as a whole. */
public final class Folders {
    private static final int TRIES = 10;

    private Folders() {}

    /**
     * Deletes the folder with all that is in it, also where a folder in it is read-only. Links are not followed. What
     * somebody who has not heard of it yet still writes there, or takes away, is no hindrance.
     */
    public static void delete(Path folder) throws IOException {
        for (int left = TRIES; Files.exists(folder, LinkOption.NOFOLLOW_LINKS); left--) {
            try {
                deleteAsFound(folder);
            } catch (NoSuchFileException | DirectoryNotEmptyException changed) {
                if (left <= 1) {
                    throw changed;
                }
            }
        }
    }

    private static void deleteAsFound(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
