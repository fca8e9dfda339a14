package dev.winslow.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Where files go that come from a server. */
final class Downloads {
    private Downloads() {}

    /** The place of a file in a folder; a path that leads out of it is refused, whoever has named the file so. */
    static Path inside(Path folder, String path) {
        Path place = folder.resolve(path);
        if (!place.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize())) {
            throw new Refused("The file " + path + " would not lie in the folder, and was not fetched.\n"
                    + "Fetch the archive with --zip, in which it has another name.");
        }
        return place;
    }

    /** An archive that broke off on its way has no end, and is not kept. */
    static void archive(Api api, String address, Path target) throws IOException {
        Path whole = target.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try (InputStream in = api.stream(address)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            requireWhole(part);
        } catch (IOException broken) {
            Files.deleteIfExists(part);
            throw new IOException("The archive broke off on its way (" + broken.getMessage() + "); try again", broken);
        }
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void requireWhole(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.size() == 0) {
                throw new ZipException("it is empty");
            }
        }
    }
}
