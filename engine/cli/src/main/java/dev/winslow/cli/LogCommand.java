package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogPage;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the log of an attempt. */
@Command(name = "log", mixinStandardHelpOptions = true, description = "Prints the log of an attempt.")
final class LogCommand implements Callable<Integer> {
    private static final int PAGE = 1000;
    private static final long PAUSE_MILLIS = 300;

    @Parameters(index = "0", paramLabel = "ATTEMPT")
    private String attempt = "";

    @Option(names = "--follow", description = "Goes on until the attempt has ended.")
    private boolean follow;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Api api = server.api();
        long next = 0;
        while (true) {
            LogPage page =
                    api.get(Paths.ATTEMPTS + "/" + attempt + "/log?from=" + next + "&count=" + PAGE, LogPage.class);
            page.lines()
                    .forEach(line ->
                            spec.commandLine().getOut().println(line.time() + " " + line.stream() + " " + line.text()));
            spec.commandLine().getOut().flush();
            next += page.lines().size();
            if (next >= page.total() && (page.ended() || !follow)) {
                return 0;
            }
            if (page.lines().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }
}
