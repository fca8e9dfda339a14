package dev.winslow.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Asks before something is gone for good. */
final class Confirmation {
    @Option(names = "--yes", description = "Does it without asking.")
    private boolean yes;

    /** Returns where the person agrees, and otherwise ends the command. */
    void require(PrintWriter out, String question) throws IOException {
        if (yes) {
            return;
        }
        out.print(question + " [y/N] ");
        out.flush();
        // Not closed: what else the program's input holds is not ours.
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String answer = Optional.ofNullable(in.readLine()).orElse("").strip();
        if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes")) {
            throw new Refused("Nothing was changed. Answer y, or give --yes.");
        }
    }
}
