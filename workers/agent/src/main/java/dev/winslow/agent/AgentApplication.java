package dev.winslow.agent;

import dev.winslow.agent.inventory.ByteSize;
import dev.winslow.agent.inventory.Machine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The worker's command line. */
@Command(
        name = "winslow-agent",
        mixinStandardHelpOptions = true,
        description = "Joins this machine to a Winslow server and runs stages.")
public final class AgentApplication implements Callable<Integer> {
    @Option(names = "--join", required = true, paramLabel = "URL", description = "address of the server")
    private URI server = URI.create("http://localhost:8080");

    @Option(names = "--token", paramLabel = "T", description = "enrolment token; needed once for a data folder")
    private Optional<String> token = Optional.empty();

    @Option(names = "--token-file", paramLabel = "F", description = "file that holds the enrolment token")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "name of the node")
    private String name = "";

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "folder for attempts and cache")
    private Path data = Path.of(".");

    @Option(names = "--tag", paramLabel = "T", description = "what else the node offers; may be repeated")
    private Set<String> tags = Set.of();

    @Option(names = "--cores", paramLabel = "N", description = "cores to offer; default: all")
    private Optional<Integer> cores = Optional.empty();

    @Option(names = "--memory", paramLabel = "SIZE", description = "memory to offer, like 8GiB; default: all")
    private Optional<String> memory = Optional.empty();

    @Option(
            names = "--cache",
            paramLabel = "SIZE",
            description = "limit for the files kept to be used again, like 200GiB; default: a fifth of the disk")
    private Optional<String> cache = Optional.empty();

    @Mixin
    private final ExecutorOptions executor = new ExecutorOptions();

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new AgentApplication());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            command.getErr().println(problem.getMessage());
            return 1;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(data);
        AgentSettings settings = new AgentSettings(
                server, enrolmentToken(), name, data, Machine.capabilities(cores, memory.map(ByteSize::parse), tags));
        try (Agent agent = new Agent(settings, executor.create(settings))) {
            Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "shutdown"));
            cache.map(ByteSize::parse).ifPresent(agent::limitCache);
            agent.run();
            return 0;
        }
    }

    private Optional<String> enrolmentToken() throws IOException {
        return tokenFile.isPresent()
                ? Optional.of(Files.readString(tokenFile.get()).strip())
                : token;
    }
}
