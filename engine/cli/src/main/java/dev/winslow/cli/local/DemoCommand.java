package dev.winslow.cli.local;

import dev.winslow.api.project.ProjectView;
import dev.winslow.cli.RunDriver;
import dev.winslow.cli.ServerOptions;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The vehicle-tracking pipeline on the clip that comes with Winslow, on this machine alone. */
@Command(
        name = "demo",
        description = "Starts server and worker here and takes the bundled clip through the vehicle-tracking pipeline.")
public final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--headless",
            description = "Answers the person's steps with suggestions and ends with the run's outcome as exit code.")
    private boolean headless;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Downloads the results into this folder (with --headless).")
    private @Nullable Path out;

    @Option(names = "--data", description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(System.getProperty("user.home"), ".winslow", "demo");

    @Option(names = "--port", description = "The first port to try (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--video", description = "Another video than the bundled one.")
    private @Nullable Path video;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter words = spec.commandLine().getOut();
        words.println("Starting server and worker ...");
        words.flush();
        try (LocalSystem system = LocalSystem.start(data, port)) {
            Thread end = new Thread(system::close, "end");
            Runtime.getRuntime().addShutdownHook(end);
            words.println("Winslow answers at " + system.address());
            Path clip = Optional.ofNullable(video).orElseGet(DemoCommand::bundledClip);
            var api = ServerOptions.local(system.address(), system.data());
            if (headless) {
                return RunDriver.unattended(api, Optional.ofNullable(out), variables(), words)
                        .run("Demo", "vehicle-tracking", clip);
            }
            ProjectView project = RunDriver.unattended(api, Optional.empty(), variables(), words)
                    .start("Demo", "vehicle-tracking", clip);
            URI page = system.address().resolve("/projects/" + project.id());
            words.println("Its page is " + page + "; stop with Ctrl-C.");
            words.flush();
            Browser.open(page, words);
            while (true) {
                TimeUnit.SECONDS.sleep(1);
                system.revive().forEach(name -> words.println("The " + name + " had died and was started again."));
            }
        }
    }

    /** The scale of the bundled clip is known, so that its speeds can be told. */
    private Map<String, String> variables() {
        return video == null ? Map.of("METRES_PER_PIXEL", "0.1724") : Map.of();
    }

    private static Path bundledClip() {
        return Path.of(System.getProperty("winslow.home", "")).resolve("demo").resolve("junction.mp4");
    }
}
