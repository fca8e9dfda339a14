package dev.winslow.cli;

import dev.winslow.api.artifact.FoundFile;
import java.util.List;

/** What was found in a bucket and has not been taken over, as a table. */
final class FoundText {
    private FoundText() {}

    static String table(List<FoundFile> found) {
        Table table = new Table("KEY", "BYTES", "CHANGED", "PROBLEM");
        found.forEach(file -> table.row(
                file.key(), file.size(), file.modifiedAt(), file.problem().orElse("none: it is being taken over")));
        return table.toString();
    }
}
