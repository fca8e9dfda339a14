package dev.winslow.agent.disk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/** JSON files that only this user may read, since they hold tokens. */
public final class PrivateJson {
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Behind JSON, which has none itself. */
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
        Files.write(fresh, MAPPER.writeValueAsBytes(value));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes what is not there, over one that was cleared if there is such a file: a crash leaves it absent. */
    public static void writeOnce(Path file, Object value) throws IOException {
        try {
            overwrite(file, withOwner(file, value));
        } catch (NoSuchFileException absent) {
            Files.createFile(file, OURS_ALONE);
            overwrite(file, withOwner(file, value));
        }
    }

    /** Makes it as good as absent, where there is one, and leaves nothing of it to be read. */
    public static void clear(Path file) throws IOException {
        try {
            overwrite(file, new byte[0]);
        } catch (NoSuchFileException absent) {
            // That is as good.
        } catch (IOException unwritable) {
            // On some file systems a full disk takes no other bytes in place of those that are there.
            Files.delete(file);
        }
    }

    /** The file keeps its length, filled up with nothing: file systems write one that was truncated to the disk at once. */
    private static void overwrite(Path file, byte[] bytes) throws IOException {
        int length = Math.max(bytes.length, (int) file.toFile().length());
        Files.write(file, Arrays.copyOf(bytes, length), StandardOpenOption.WRITE);
    }

    public static boolean isWritten(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() > NOTHING;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /** What was written once, in a folder of the name that it has now. Empty where there is no such file, or it was cleared, or the writing of it was cut short. */
    public static <T> Optional<T> readOnce(Path file, Class<T> type) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        int length = indexOf(NOTHING, bytes, bytes.length);
        int end = indexOf(END, bytes, length);
        String owner = end == length ? "" : new String(bytes, end + 1, length - end - 1, StandardCharsets.UTF_8);
        // Without an owner it is of an earlier version.
        if (end == 0 || !(owner.isEmpty() || owner.equals(ownerLine(file)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(bytes, 0, end, type));
        } catch (StreamReadException unreadable) {
            if (end == length) {
                return Optional.empty();
            }
            throw damaged(file, unreadable);
        } catch (JacksonException unreadable) {
            throw damaged(file, unreadable);
        }
    }

    /** Up to the end, where there is none. */
    private static int indexOf(byte wanted, byte[] bytes, int end) {
        int at = 0;
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private static String ownerLine(Path file) {
        return Objects.requireNonNull(file.getParent()).getFileName() + "\n";
    }

    /** Empty where there is no such file. */
    public static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (JacksonException unreadable) {
            throw damaged(file, unreadable);
        }
    }

    private static IOException damaged(Path file, JacksonException unreadable) {
        return new IOException(file + " is damaged; remove it and start the worker again", unreadable);
    }

    /**
     * With the name of the folder behind it: after a power failure, one that was moved to another name may hold what it held before, since what is
     * written over a file reaches the disk later than the move.
     */
    private static byte[] withOwner(Path file, Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(MAPPER.writeValueAsBytes(value));
        bytes.write(END);
        bytes.writeBytes(ownerLine(file).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
