package dev.winslow.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Takes a video through a pipeline. */
@Command(
        name = "run",
        description =
                "Takes a video through a pipeline: makes a project, uploads, starts, and follows the run to its end.")
final class RunCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "PIPELINE", description = "The pipeline's key, such as vehicle-tracking.")
    private String pipeline = "";

    @Parameters(index = "1", paramLabel = "VIDEO")
    private Path video = Path.of("");

    @Option(names = "--project", description = "The new project's name; the video's by default.")
    private @Nullable String project;

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(video)) {
            throw new ParameterException(spec().commandLine(), "There is no file " + video + ".");
        }
        String name = Optional.ofNullable(project).orElse(String.valueOf(video.getFileName()));
        return new RunDriver(api(), run, out()).run(name, pipeline, video);
    }
}
