package dev.winslow.tracker.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its name and moves it into place when it is complete, so that nobody sees half of it. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Something that writes a file under the name that it is given. */
    public interface Writer {
        void write(Path part) throws IOException;
    }

    public static void write(Path file, Writer writer) {
        Path absolute = file.toAbsolutePath();
        // The ending stays, because libraries choose the format by it.
        Path part = absolute.resolveSibling(".part-" + absolute.getFileName());
        try {
            Files.createDirectories(absolute.getParent());
            writer.write(part);
            Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        } finally {
            delete(part);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
