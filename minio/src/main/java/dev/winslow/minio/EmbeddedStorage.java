package dev.winslow.minio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server inside this process that keeps its objects in a folder: for a trial on one machine. */
public final class EmbeddedStorage implements AutoCloseable {
    private static final String REGION = "us-east-1";

    private final S3Proxy server;
    private final StorageSettings settings;

    private EmbeddedStorage(S3Proxy server, StorageSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** Starts the server for this machine alone; see {@link #start(EmbeddedSettings)}. */
    public static EmbeddedStorage start(Path folder, int port) {
        return start(EmbeddedSettings.local(folder, port));
    }

    /**
     * Starts the server. Port and credentials of the first start are kept beside the objects, so that addresses that were signed before a restart
     * hold after it.
     */
    public static EmbeddedStorage start(EmbeddedSettings wanted) {
        Path folder = wanted.folder();
        try {
            Path objects = Files.createDirectories(folder.resolve("objects"));
            LeftOvers.sweep(objects);
            Properties kept = kept(folder.resolve("storage.properties"), wanted);
            String port = kept.getProperty("port");
            StorageSettings settings = new StorageSettings(
                    wanted.calling(port),
                    wanted.publicEndpoint(),
                    kept.getProperty("accessKey"),
                    kept.getProperty("secretKey"),
                    REGION);
            S3Proxy server = S3Proxy.builder()
                    .blobStore(new WholeObjects(new LiveUploads(new FilesystemNio2BlobStore(objects.toString()))))
                    .endpoint(wanted.listening(port))
                    .awsAuthentication(AuthenticationType.AWS_V4, settings.accessKey(), settings.secretKey())
                    .corsRules(cors(wanted.corsOrigins()))
                    .build();
            server.start();
            return new EmbeddedStorage(server, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("The storage folder " + folder + " cannot be used", e);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The embedded storage in " + folder + " cannot start on " + wanted.host()
                            + "; is another server using it, or has this machine no such address?",
                    e);
        }
    }

    private static CrossOriginResourceSharing cors(List<String> origins) {
        // The server reads them as patterns.
        List<String> literal = origins.stream()
                .map(origin -> origin.equals("*") ? origin : Pattern.quote(origin))
                .toList();
        return new CrossOriginResourceSharing(
                literal,
                List.of("GET", "PUT", "HEAD", "POST", "DELETE"),
                List.of("*"),
                List.of("ETag", "Content-Range", "Accept-Ranges"),
                "");
    }

    public StorageSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded storage does not stop", e);
        }
    }

    private static Properties kept(Path file, EmbeddedSettings wanted) throws IOException {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                kept.load(in);
            }
        }
        Properties before = (Properties) kept.clone();
        // What lies in the folder does not depend on them, so that those that were lost are replaced.
        kept.putIfAbsent("accessKey", "winslow");
        kept.putIfAbsent("secretKey", secret());
        if (wanted.port() != 0
                || !kept.containsKey("port")
                || !isFree(wanted.host(), Integer.parseInt(kept.getProperty("port")))) {
            kept.setProperty("port", String.valueOf(wanted.port() == 0 ? freePort() : wanted.port()));
        }
        if (!kept.equals(before)) {
            write(file, kept);
        }
        return kept;
    }

    /** In one step: who is killed on the way leaves the file as it was. */
    private static void write(Path file, Properties kept) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(fresh)) {
            kept.store(out, "The embedded storage of Winslow");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String secret() {
        byte[] bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
