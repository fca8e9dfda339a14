package dev.winslow.agent;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The commands that stand for images where stages run as plain processes; words are separated by spaces. */
public record Programs(Map<String, List<String>> byImage) {
    public Programs {
        byImage = Map.copyOf(byImage);
    }

    static Programs of(Map<String, String> given, Optional<Path> file) throws IOException {
        Map<String, List<String>> programs = new HashMap<>();
        if (file.isPresent()) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file.get())) {
                properties.load(reader);
            }
            properties.forEach((image, command) -> programs.put(image.toString(), words(command.toString())));
        }
        given.forEach((image, command) -> programs.put(image, words(command)));
        return new Programs(programs);
    }

    public Optional<List<String>> commandOf(String image) {
        return Optional.ofNullable(byImage.get(image));
    }

    private static List<String> words(String command) {
        return Arrays.stream(command.strip().split("\\s+")).toList();
    }
}
