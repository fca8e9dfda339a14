package dev.winslow.agent;

import dev.winslow.agent.docker.DockerAccess;
import dev.winslow.agent.docker.DockerExecutor;
import dev.winslow.agent.docker.DockerSettings;
import dev.winslow.agent.executor.ProcessExecutor;
import dev.winslow.agent.executor.Programs;
import dev.winslow.agent.executor.StageExecutor;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;

/** By what stages run on this machine. */
final class ExecutorOptions {
    /** For stages that are stopped to clear up. With the way of the order to the worker, they are gone within 10 s. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Option(names = "--executor", paramLabel = "KIND", description = "docker, or process (the default)")
    private Kind kind = Kind.PROCESS;

    @Option(
            names = "--program",
            paramLabel = "IMAGE=COMMAND",
            description = "process: command that stands for an image")
    private Map<String, String> programs = Map.of();

    @Option(names = "--programs", paramLabel = "FILE", description = "process: properties file of such commands")
    private Optional<Path> programsFile = Optional.empty();

    @Option(
            names = "--docker-host",
            paramLabel = "ADDRESS",
            description = "docker: like unix:///var/run/docker.sock; default: as the docker command finds it")
    private Optional<String> dockerHost = Optional.empty();

    @Option(
            names = "--docker-config",
            paramLabel = "DIR",
            description = "docker: folder of the config.json with credentials of registries; default: ~/.docker")
    private Optional<Path> dockerConfig = Optional.empty();

    @Option(
            names = "--host-data",
            paramLabel = "DIR",
            description = "docker: where --data lies on the host, if this worker runs in a container itself")
    private Optional<Path> hostData = Optional.empty();

    @Option(
            names = "--stage-user",
            paramLabel = "UID[:GID]",
            description = "docker: as whom stages run that ask for nobody else; default: this worker's user")
    private Optional<String> stageUser = Optional.empty();

    @Option(
            names = "--keep-images",
            paramLabel = "DAYS",
            description = "docker: for how long images stay that were fetched and are not used; default: for ever")
    private Optional<Integer> keepImages = Optional.empty();

    private enum Kind {
        PROCESS,
        DOCKER
    }

    StageExecutor create(AgentSettings settings) throws IOException, InterruptedException {
        return switch (kind) {
            case PROCESS -> new ProcessExecutor(Programs.parse(allPrograms()), GRACE);
            case DOCKER -> DockerExecutor.connect(docker(settings), GRACE);
        };
    }

    private DockerSettings docker(AgentSettings settings) {
        return new DockerSettings(
                new DockerAccess(dockerHost, dockerConfig),
                settings.nodeName(),
                settings.data(),
                hostData.orElse(settings.data()),
                stageUser.map(ExecutorOptions::checked),
                keepImages.map(Duration::ofDays));
    }

    private static String checked(String user) {
        if (!user.matches("\\d{1,9}(:\\d{1,9})?")) {
            throw new IllegalArgumentException("--stage-user " + user + " is no number; write it like 1000:1000");
        }
        return user;
    }

    private Map<String, String> allPrograms() throws IOException {
        Map<String, String> all = new HashMap<>();
        if (programsFile.isPresent()) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(programsFile.get())) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(image -> all.put(image, properties.getProperty(image)));
        }
        all.putAll(programs);
        return all;
    }
}
