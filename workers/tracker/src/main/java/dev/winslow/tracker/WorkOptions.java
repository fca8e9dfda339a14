package dev.winslow.tracker;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every stage takes. */
public final class WorkOptions {
    @Option(
            names = "--work",
            description = "The folder of the files that stages hand to each other (default: the current one).")
    private Path work = Path.of("");

    @Option(names = "--out", description = "The folder of results for people (default: the current one).")
    private Path out = Path.of("");

    public Path result(String name) {
        return out.resolve(name);
    }

    public Path file(String name) {
        return work.resolve(name);
    }
}
