package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.FileView;
import dev.winslow.engine.problem.BrokenAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Files as one ZIP archive, which is made while it is sent: however large they are, a block of one of them is in memory. Only text is made smaller;
 * films and pictures are so already. Archives of more than 4 GiB are ZIP64.
 */
public final class Archive {
    private static final Logger log = LoggerFactory.getLogger(Archive.class);
    private static final int BLOCK_BYTES = 1 << 16;
    private static final Set<String> SHRINK =
            Set.of("csv", "tsv", "json", "geojson", "txt", "log", "md", "xml", "svg", "yaml", "yml", "srt");

    private final Map<String, FileView> entries;
    private final Function<UUID, InputStream> bytes;

    /** @param entries files by their names in the archive */
    Archive(Map<String, FileView> entries, Function<UUID, InputStream> bytes) {
        this.entries = entries;
        this.bytes = bytes;
    }

    /**
     * As the answer to a request; who saves it is offered this name, with the ending {@code .zip}. Who asks for the
     * headers only gets no more: no file is read for that.
     */
    public void send(HttpServletRequest request, HttpServletResponse response, String name) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            return;
        }
        OutputStream out = response.getOutputStream();
        try {
            writeTo(out);
        } catch (IOException left) {
            log.debug("Whoever fetched the archive {} has gone", name, left);
        } catch (RuntimeException failure) {
            if (response.isCommitted()) {
                throw new BrokenAnswer("The archive " + name + " broke off", failure);
            }
            throw failure;
        }
    }

    /** Where a file cannot be read, the archive gets no end, so that nobody takes it for whole. */
    void writeTo(OutputStream out) throws IOException {
        // Not closed: closing would give a broken archive an end.
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, FileView> entry : entries.entrySet()) {
            FileView file = entry.getValue();
            ZipEntry header = new ZipEntry(entry.getKey());
            header.setLastModifiedTime(FileTime.from(file.createdAt()));
            zip.setLevel(SHRINK.contains(ending(file)) ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
            zip.putNextEntry(header);
            copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
        out.flush();
    }

    private void copy(FileView file, OutputStream out) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        long copied = 0;
        InputStream in = bytes.apply(file.id());
        try {
            for (int length = read(file, in, block); length >= 0; length = read(file, in, block)) {
                out.write(block, 0, length);
                copied += length;
            }
        } finally {
            close(file, in);
        }
        if (copied != file.size()) {
            throw unreadable(file, new IOException("Expected %d bytes, but got %d".formatted(file.size(), copied)));
        }
    }

    /** What fails here is the storage, and what fails at writing is whoever fetches. */
    private static int read(FileView file, InputStream in, byte[] block) {
        try {
            return in.read(block);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void close(FileView file, InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UncheckedIOException unreadable(FileView file, IOException cause) {
        return new UncheckedIOException("The file " + file.path() + " cannot be read from the storage", cause);
    }

    private static String ending(FileView file) {
        return file.path().substring(file.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
