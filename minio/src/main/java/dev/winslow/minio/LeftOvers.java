package dev.winslow.minio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The embedded server writes an object under its name with a UUID behind it and then renames it. What a crash left under such a name is not an
 * object and would be listed as one.
 */
final class LeftOvers {
    private static final Pattern TEMPORARY =
            Pattern.compile(".+-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private LeftOvers() {}

    static void sweep(Path objects) throws IOException {
        try (Stream<Path> files = Files.walk(objects)) {
            List<Path> leftOvers = files.filter(Files::isRegularFile)
                    .filter(file -> isTemporary(file.getFileName().toString()))
                    .filter(LeftOvers::lacksChecksum)
                    .toList();
            for (Path file : leftOvers) {
                Files.delete(file);
            }
        }
    }

    /** Whether it is named as the server names what is on its way. */
    static boolean isTemporary(String name) {
        return TEMPORARY.matcher(name).matches();
    }

    /** The server gives every finished object its checksum as an attribute. */
    private static boolean lacksChecksum(Path file) {
        try {
            return Files.getFileAttributeView(file, java.nio.file.attribute.UserDefinedFileAttributeView.class)
                    .list()
                    .stream()
                    .noneMatch(name -> name.contains("content-md5"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
