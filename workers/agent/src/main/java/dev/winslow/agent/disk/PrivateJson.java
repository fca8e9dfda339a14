package dev.winslow.agent.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/** JSON files that only this user may read, since they hold tokens. */
public final class PrivateJson {
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Of what was written as a whole. */
    private static final byte END = '\n';
    /** What fills a file that was cleared; no JSON contains it. */
    private static final byte NOTHING = 0;

    private static final FileAttribute<?> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateJson() {}

    /** Replaces the file in one step: a crash leaves the old one or the new one. */
    public static void write(Path file, Object value) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createFile(fresh, OURS_ALONE);
        } catch (FileAlreadyExistsException cutShort) {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, OURS_ALONE);
        }
        Files.write(fresh, bytes(value));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes what is not there, over one that was cleared if there is such a file: a crash leaves it absent. */
    public static void writeOnce(Path file, Object value) throws IOException {
        try {
            overwrite(file, bytes(value));
        } catch (NoSuchFileException absent) {
            Files.createFile(file, OURS_ALONE);
            overwrite(file, bytes(value));
        }
    }

    /** Makes it as good as absent, where there is one, and leaves nothing of it to be read. */
    public static void clear(Path file) throws IOException {
        int length = (int) file.toFile().length();
        if (length > 0) {
            overwrite(file, new byte[length]);
        }
    }

    /** The file keeps its length: file systems write one that was truncated to the disk at once. */
    private static void overwrite(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.WRITE);
    }

    public static boolean isWritten(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() > NOTHING;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /** Empty where there is no such file, or it was cleared, or the writing of it was cut short. */
    public static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        int length = 0;
        while (length < bytes.length && bytes[length] != NOTHING) {
            length++;
        }
        if (length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(bytes, 0, length, type));
        } catch (StreamReadException unreadable) {
            if (bytes[length - 1] != END) {
                return Optional.empty();
            }
            throw damaged(file, unreadable);
        } catch (JacksonException unreadable) {
            throw damaged(file, unreadable);
        }
    }

    private static IOException damaged(Path file, JacksonException unreadable) {
        return new IOException(file + " is damaged; remove it and start the worker again", unreadable);
    }

    private static byte[] bytes(Object value) {
        byte[] json = MAPPER.writeValueAsBytes(value);
        byte[] whole = Arrays.copyOf(json, json.length + 1);
        whole[json.length] = END;
        return whole;
    }
}
