package dev.winslow.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the worker on a machine. */
@Command(
        name = "winslow worker",
        mixinStandardHelpOptions = true,
        description = "Joins this machine to Winslow as a node and runs the stages that it is given.")
public final class AgentApplication implements Callable<Integer> {
    @Option(names = "--join", required = true, paramLabel = "URL", description = "The server's address.")
    private java.net.URI server = java.net.URI.create("http://127.0.0.1:8080");

    @Option(names = "--token", description = "The enrolment token.")
    private @Nullable String token;

    @Option(names = "--token-file", description = "A file that holds the enrolment token.")
    private @Nullable Path tokenFile;

    @Option(names = "--name", description = "The node's name; the machine's by default.")
    private @Nullable String name;

    @Option(names = "--data", description = "The folder for files of stages (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(System.getProperty("user.home"), ".winslow", "worker");

    @Option(names = "--tag", description = "A capability beside the hardware; may be repeated.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--program", paramLabel = "IMAGE=COMMAND", description = "Runs this command for an image.")
    private Map<String, String> programs = new HashMap<>();

    @Option(names = "--programs", paramLabel = "FILE", description = "A properties file of such programs.")
    private @Nullable Path programsFile;

    @Option(names = "--cores", description = "Offers so many cores instead of all.")
    private @Nullable Integer cores;

    public static void main(String[] arguments) {
        int code = new CommandLine(new AgentApplication()).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws Exception {
        Agent agent = new Agent(new AgentSettings(
                server,
                enrolmentToken(),
                Optional.ofNullable(name).orElseGet(Inventory::hostName),
                data.toAbsolutePath(),
                Inventory.take(tags, Optional.ofNullable(cores)),
                Programs.of(programs, Optional.ofNullable(programsFile))));
        Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "shutdown"));
        agent.run();
        return 0;
    }

    private String enrolmentToken() throws java.io.IOException {
        if (token != null) {
            return token;
        }
        if (tokenFile != null) {
            return Files.readString(tokenFile).strip();
        }
        throw new CommandLine.ParameterException(
                new CommandLine(this),
                "Expected --token or --token-file: the server keeps one in its data folder as enrolment.token.");
    }
}
