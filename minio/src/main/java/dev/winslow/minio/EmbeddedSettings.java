package dev.winslow.minio;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the embedded server keeps its objects, and who reaches it.
 *
 * @param host the address of this machine on which it listens; {@code 0.0.0.0} for all of them
 * @param port 0 for a free one, which is kept beside the objects
 * @param publicEndpoint the address under which browsers and workers of other machines reach it
 * @param corsOrigins the origins whose pages may send and fetch files; {@code *} for all
 */
public record EmbeddedSettings(
        Path folder, String host, int port, Optional<URI> publicEndpoint, List<String> corsOrigins) {
    private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::");

    public EmbeddedSettings {
        corsOrigins = List.copyOf(corsOrigins);
        if (ALL_ADDRESSES.contains(host) && publicEndpoint.isEmpty()) {
            throw new IllegalArgumentException("Expected a public endpoint beside the host " + host
                    + ", but there is none: name the address under which workers and browsers reach the storage.");
        }
    }

    /** For this machine alone. */
    public static EmbeddedSettings local(Path folder, int port) {
        return new EmbeddedSettings(folder, "127.0.0.1", port, Optional.empty(), List.of("*"));
    }

    /** What the server listens on. */
    URI listening(String chosenPort) {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + chosenPort);
    }

    /** What this process itself calls. */
    URI calling(String chosenPort) {
        return ALL_ADDRESSES.contains(host) ? URI.create("http://127.0.0.1:" + chosenPort) : listening(chosenPort);
    }
}
