package dev.winslow.agent.docker;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How stages run in containers here.
 *
 * @param host where Docker listens; absent: as the docker command finds it
 * @param config folder of the {@code config.json} with credentials of registries; absent: as the docker command finds it
 * @param data the worker's folder as the worker sees it
 * @param hostData the same folder as Docker sees it, which differs where the worker runs in a container itself
 * @param user number of the user as whom stages run that do not ask for another, and of a group after a colon; absent: the
 *     worker's
 */
public record DockerSettings(
        Optional<String> host, Optional<Path> config, String node, Path data, Path hostData, Optional<String> user) {
    /** A folder of the worker as Docker sees it. */
    Path onHost(Path path) {
        return hostData.resolve(data.relativize(path));
    }
}
