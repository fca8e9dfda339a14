package dev.winslow.cli.local;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Server and worker for a trial on this machine. */
@Command(name = "up", description = "Starts server and worker here and serves until stopped.")
public final class UpCommand implements Callable<Integer> {
    @Option(names = "--data", description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(System.getProperty("user.home"), ".winslow");

    @Option(names = "--port", description = "The first port to try (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter words = spec.commandLine().getOut();
        try (LocalSystem system = LocalSystem.start(data, port)) {
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "end"));
            words.println("Winslow answers at " + system.address() + "; its data lie in " + system.data());
            words.println("Stop with Ctrl-C.");
            words.flush();
            while (true) {
                TimeUnit.SECONDS.sleep(1);
                system.revive().forEach(name -> {
                    words.println("The " + name + " had died and was started again.");
                    words.flush();
                });
            }
        }
    }
}
