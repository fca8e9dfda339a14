package dev.winslow.cli.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;

/** Opens pages where this machine has a browser that can be asked to. */
final class Browser {
    private static final List<String> OPENERS = List.of("xdg-open", "open");

    private Browser() {}

    static void open(URI page, PrintWriter words) {
        for (String opener : OPENERS) {
            try {
                new ProcessBuilder(opener, page.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return;
            } catch (IOException e) {
                // This machine has no such program; the next one may be there.
            }
        }
        words.println("Open " + page + " in a browser.");
        words.flush();
    }
}
