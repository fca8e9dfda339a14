package dev.winslow.agent.docker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How stages run in containers here.
 *
 * @param data the worker's folder as the worker sees it
 * @param hostData the same folder as Docker sees it, which differs where the worker runs in a container itself
 * @param user number of the user as whom stages run that do not ask for another, and of a group after a colon; absent: the
 *     worker's
 * @param keepImages for how long images stay that this worker fetched and no stage uses; absent: for ever
 */
public record DockerSettings(
        DockerAccess access,
        String node,
        Path data,
        Path hostData,
        Optional<String> user,
        Optional<Duration> keepImages) {

    /** A folder of the worker as Docker sees it. */
    Path onHost(Path path) {
        return hostData.resolve(data.relativize(path));
    }
}
