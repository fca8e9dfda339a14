package dev.winslow.engine.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets under {@code winslow.*}.
 *
 * @param data the folder of this server: tokens, and in a trial the database and the storage
 * @param trial whether the person at this machine needs no sign-in for the pages
 * @param leaseDuration how long a node may be silent before its attempts count as lost
 * @param heartbeatInterval so often that two may be late before a lease ends, and no oftener, for each costs the server
 * @param reserveAfter how long a stage waits for a big node before that is kept free for it
 */
@ConfigurationProperties("winslow")
public record WinslowSettings(
        @DefaultValue("~/.winslow") Path data,
        @DefaultValue("false") boolean trial,
        @DefaultValue Storage storage,
        @DefaultValue("PT15S") Duration leaseDuration,
        @DefaultValue("PT4S") Duration heartbeatInterval,
        @DefaultValue("PT2M") Duration reserveAfter) {
    public WinslowSettings {
        data = fromHome(data);
    }

    /**
     * How long a node may be silent before it is given nothing new: for five heartbeats, but never for as long as its leases last, or a stage whose
     * node has died would be given to the same node again.
     */
    public Duration nodeSilence() {
        Duration five = heartbeatInterval.multipliedBy(5);
        Duration beforeTheLeasesEnd = leaseDuration.minus(heartbeatInterval);
        return beforeTheLeasesEnd.compareTo(heartbeatInterval) < 0 || five.compareTo(beforeTheLeasesEnd) < 0
                ? five
                : beforeTheLeasesEnd;
    }

    /** A leading ~ is the home of whoever runs the server: defaults cannot name other properties. */
    private static Path fromHome(Path path) {
        return path.startsWith("~")
                ? Path.of(System.getProperty("user.home")).resolve(Path.of("~").relativize(path))
                : path;
    }

    /**
     * Where the objects lie. Without an endpoint the server keeps them itself, in a folder.
     *
     * @param port of the embedded storage; 0 chooses a free one at the first start and keeps it
     */
    public record Storage(
            @Nullable URI endpoint,
            @Nullable URI publicEndpoint,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("0") int port) {

        public Optional<URI> server() {
            return Optional.ofNullable(endpoint);
        }

        @Override
        public String toString() {
            return "Storage[endpoint=" + endpoint + "]";
        }
    }
}
