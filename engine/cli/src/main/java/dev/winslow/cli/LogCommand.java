package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogMatches;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.log.LogStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the log of an attempt. */
@Command(name = "log", description = "Prints the log of an attempt.")
final class LogCommand extends ServerCommand {
    private static final int PAGE = 1000;
    private static final long PAUSE_MILLIS = 300;

    @Parameters(index = "0", paramLabel = "ATTEMPT")
    private String attempt = "";

    @Option(names = "--follow", description = "Goes on until the attempt has ended.")
    private boolean follow;

    @Option(
            names = "--grep",
            paramLabel = "PATTERN",
            description = "Only lines in which this regular expression (RE2) finds something.")
    private String pattern = "";

    @Option(names = "--stream", description = "Only lines of these streams: ${COMPLETION-CANDIDATES}.")
    private Set<LogStream> streams = EnumSet.noneOf(LogStream.class);

    @Override
    public Integer call() throws IOException, InterruptedException {
        Api api = api();
        if (!pattern.isEmpty() || !streams.isEmpty()) {
            printMatches(api);
        } else if (follow) {
            new LogStreaming(api, attempt, this::print).untilEnd();
        } else {
            printAll(api);
        }
        return 0;
    }

    private void printAll(Api api) {
        long next = 0;
        LogPage page;
        do {
            page = api.get(Paths.ATTEMPTS + "/" + attempt + "/log?from=" + next + "&count=" + PAGE, LogPage.class);
            print(page.lines());
            next += page.lines().size();
        } while (!page.lines().isEmpty() && next < page.total());
    }

    /** An answer may come before all lines were looked at; the next question goes on behind them. */
    private void printMatches(Api api) throws InterruptedException {
        StringBuilder query = new StringBuilder("/log/search?limit=").append(PAGE);
        query.append("&pattern=").append(URLEncoder.encode(pattern, StandardCharsets.UTF_8));
        streams.forEach(stream -> query.append("&stream=").append(stream));
        long next = 0;
        while (true) {
            LogMatches found = api.get(Paths.ATTEMPTS + "/" + attempt + query + "&from=" + next, LogMatches.class);
            print(found.lines());
            boolean lookedAtAll = found.next() >= found.total();
            if (lookedAtAll && (found.ended() || !follow)) {
                return;
            }
            if (lookedAtAll) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            next = found.next();
        }
    }

    private void print(List<LogLine> lines) {
        PrintWriter out = out();
        lines.forEach(line -> out.println(line.time() + " " + line.stream() + " " + line.text()));
        out.flush();
    }
}
