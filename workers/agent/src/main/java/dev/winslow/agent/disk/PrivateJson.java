package dev.winslow.agent.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON files that only this user may read, since they hold tokens; a crash leaves the old one or the new one. */
public final class PrivateJson {
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final FileAttribute<?> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateJson() {}

    /** Replaces the file in one step. */
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

    /** Empty where there is no such file. */
    public static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (JacksonException unreadable) {
            throw new IOException(file + " is damaged; remove it and start the worker again", unreadable);
        }
    }
}
