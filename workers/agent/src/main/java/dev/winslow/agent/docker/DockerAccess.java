package dev.winslow.agent.docker;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach Docker, and as whom to ask registries. Where something is absent it is found as the docker command finds it.
 *
 * @param host where Docker listens
 * @param config folder of the {@code config.json} with credentials of registries
 */
public record DockerAccess(Optional<String> host, Optional<Path> config) {}
