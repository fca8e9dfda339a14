package dev.winslow.cli;

import dev.winslow.cli.local.DemoCommand;
import dev.winslow.cli.local.UpCommand;
import java.net.ConnectException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
        name = "winslow",
        version = "winslow 0.1.0",
        description = "Runs computer-vision pipelines on traffic video.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            RunCommand.class,
            StudyCommands.class,
            ProjectCommands.class,
            PipelineCommands.class,
            VariableCommands.class,
            TaskCommands.class,
            FileCommands.class,
            PoolCommands.class,
            NodeCommands.class,
            QueueCommand.class,
            TriggerCommands.class,
            NotifyCommands.class,
            EventsCommand.class,
            AccountCommands.class,
            GroupCommands.class,
            TokenCommands.class,
            SimulateCommand.class,
            LogCommand.class,
            UsageCommand.class,
            CompletionCommand.class
        })
public final class Winslow {
    /** Exit codes: the run failed, wrong usage, the server cannot be reached. */
    public static final int FAILED = 1;

    public static final int USAGE = 2;
    public static final int UNREACHABLE = 3;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine winslow = new CommandLine(new Winslow());
        winslow.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Shows this help.")
                        .build())
                // Not of the commands below: there it could be taken for that of what they deal with, and they would do
                // nothing.
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Shows the version of Winslow.")
                        .build());
        return winslow.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, line, result) -> {
                    line.getErr()
                            .println(exception.getMessage() == null ? exception.toString() : exception.getMessage());
                    return exception instanceof ServerUnreachable || exception instanceof ConnectException
                            ? UNREACHABLE
                            : FAILED;
                });
    }
}
