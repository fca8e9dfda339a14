package dev.winslow.agent.attempt;

import dev.winslow.agent.log.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a stage wrote into the file of its variables: lines {@code NAME=value} in UTF-8, of which the last one of a name counts. Empty lines and
 * those that begin with # say nothing. A result is not lost for a line that cannot be read: the others count.
 *
 * @param faults what is to be said to the stage's author; values, which may be secrets, are not in them
 */
record VariablesFile(Map<String, String> values, List<String> faults) {
    private static final int MOST_FAULTS = 10;
    private static final long LARGEST = 1 << 20;

    /** More than anybody sets on purpose: the stage took it for the file of its results, say. */
    static final class TooLarge extends IOException {
        private TooLarge(long bytes) {
            super(
                    "The stage wrote %d bytes into the file that %s names, of which at most %d are read. It is for variables alone, as lines NAME=value; results belong into the folders of the stage."
                            .formatted(bytes, Environment.VARIABLES, LARGEST));
        }
    }

    static VariablesFile read(Path file) throws IOException {
        Map<String, String> values = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        // A link could lead to any file that the worker may read.
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.size(file) > LARGEST) {
                throw new TooLarge(Files.size(file));
            }
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                Optional<Setting> setting = Setting.of(line.stripLeading());
                setting.ifPresent(set -> values.put(set.name(), set.value()));
                if (setting.isEmpty() && !saysNothing(line) && faults.size() < MOST_FAULTS) {
                    faults.add("Line " + (i + 1) + " of the file that " + Environment.VARIABLES
                            + " names sets no variable. Expected " + Setting.EXPECTED + ".");
                }
            }
        }
        return new VariablesFile(values, faults);
    }

    private static boolean saysNothing(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }
}
