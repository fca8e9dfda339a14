package dev.winslow.tracker.video;

import dev.winslow.tracker.TrackerApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Runs stages on a film, in a workspace. */
public final class Stages {
    private final Path work;

    public Stages(Path work) {
        this.work = work;
    }

    /** Exit code, all that was printed, and the last line of the error stream. */
    public record Ending(int code, String printed, String words) {}

    public Ending suggest(Path film) {
        return run("suggest-points", "--video", film.toString());
    }

    public Ending run(String... arguments) {
        List<String> all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of(
                                "--work",
                                work.toString(),
                                "--out",
                                work.resolve("out").toString()))
                .toList();
        PrintStream errorsBefore = System.err;
        PrintStream outBefore = System.out;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int code = TrackerApplication.run(all.toArray(String[]::new));
            List<String> lines = errors.toString(StandardCharsets.UTF_8).lines().toList();
            return new Ending(code, out.toString(StandardCharsets.UTF_8), lines.isEmpty() ? "" : lines.getLast());
        } finally {
            System.setErr(errorsBefore);
            System.setOut(outBefore);
        }
    }

    public void takeSuggestions() throws IOException {
        Files.copy(work.resolve("suggested-points.json"), work.resolve("reference-points.json"));
    }
}
