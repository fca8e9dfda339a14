package dev.winslow.agent.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that stand for images where stages run as processes. */
public record Programs(Map<String, List<String>> commands) {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    public Programs {
        commands = Map.copyOf(commands);
    }

    /** From lines of image and command; words with spaces stand in quotes. */
    public static Programs parse(Map<String, String> lines) {
        Map<String, List<String>> commands = new TreeMap<>();
        lines.forEach((image, line) -> commands.put(image.strip(), words(image, line)));
        return new Programs(commands);
    }

    List<String> command(String image) throws UnknownImage {
        return Optional.ofNullable(commands.get(image))
                .orElseThrow(() -> new UnknownImage("No program is known here for image " + image
                        + ": start the worker with --program " + image + "=COMMAND"));
    }

    private static List<String> words(String image, String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(line.substring(start(word), end(word)));
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("The program for image " + image + " has no command");
        }
        return words;
    }

    private static int start(Matcher word) {
        return Math.max(Math.max(word.start(1), word.start(2)), word.start(3));
    }

    private static int end(Matcher word) {
        return Math.max(Math.max(word.end(1), word.end(2)), word.end(3));
    }
}
