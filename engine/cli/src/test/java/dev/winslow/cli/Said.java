package dev.winslow.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What the command line said, and its exit code. */
record Said(int exitCode, String out, String error) {

    /** Without a server. */
    static Said by(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        CommandLine line =
                Winslow.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(error, true));
        int exitCode = line.execute(arguments);
        return new Said(exitCode, out.toString(), error.toString());
    }

    static Said to(StubServer server, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", server.address().toString(), "--token", "sesame"));
        return by(all.toArray(String[]::new));
    }
}
