package dev.winslow.faults.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * What the stage of an attempt noted beside the system. A worker that lost its lease before it could report anything may be given the same attempt
 * again, so that it comes to its end more than once; the last one counts.
 *
 * @param ends hash and file of what it left, each time it came to its end
 */
record Note(List<String> ends) {
    static Note of(Path notes, UUID attempt) throws IOException {
        Path file = notes.resolve(attempt.toString());
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return new Note(lines.stream()
                .filter(line -> line.startsWith("end "))
                .map(line -> line.substring(4))
                .toList());
    }
}
