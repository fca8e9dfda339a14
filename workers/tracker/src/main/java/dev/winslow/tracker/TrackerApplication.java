package dev.winslow.tracker;

import dev.winslow.tracker.camera.CameraCommand;
import dev.winslow.tracker.detect.DetectCommand;
import dev.winslow.tracker.evaluate.EvaluateCommand;
import dev.winslow.tracker.lanes.LanesCommand;
import dev.winslow.tracker.points.SuggestPointsCommand;
import dev.winslow.tracker.points.TrackPointsCommand;
import dev.winslow.tracker.result.ChartsCommand;
import dev.winslow.tracker.result.ExportCommand;
import dev.winslow.tracker.result.RenderCommand;
import dev.winslow.tracker.track.TrackCommand;
import org.bytedeco.ffmpeg.global.avutil;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The tracker. */
@Command(
        name = "tracker",
        mixinStandardHelpOptions = true,
        description = "Turns a film of traffic into trajectories, a stage at a time.",
        subcommands = {
            SuggestPointsCommand.class,
            TrackPointsCommand.class,
            CameraCommand.class,
            DetectCommand.class,
            TrackCommand.class,
            LanesCommand.class,
            RenderCommand.class,
            ExportCommand.class,
            ChartsCommand.class,
            EvaluateCommand.class
        })
public final class TrackerApplication {
    public static void main(String[] arguments) {
        avutil.av_log_set_level(avutil.AV_LOG_FATAL);
        System.exit(run(arguments));
    }

    /** As the program does, but answers the exit code. */
    public static int run(String... arguments) {
        Headless.leaveWindowsOut();
        return new CommandLine(new TrackerApplication())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, line, result) -> {
                    line.getErr()
                            .println(
                                    exception instanceof TrackerFailure failure
                                            ? failure.getMessage()
                                            : "The stage failed with " + exception
                                                    + ". This is a defect of the tracker.");
                    if (exception instanceof TrackerFailure failure) {
                        return failure.reason().exitCode();
                    }
                    exception.printStackTrace(line.getErr());
                    return 1;
                })
                .execute(arguments);
    }
}
