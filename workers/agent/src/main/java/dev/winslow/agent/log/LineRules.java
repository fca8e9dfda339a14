package dev.winslow.agent.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.worker.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pipeline reads from the lines of a stage: progress by subject, warnings, and the sentence that makes it fail. */
public final class LineRules {
    private final List<Pattern> progressPatterns;
    private final List<Pattern> failPatterns;
    private final List<Pattern> warnPatterns;
    private final Map<String, Double> progress = new LinkedHashMap<>();
    private int warnings;
    private String lastLine = "";
    private Optional<String> failure = Optional.empty();

    public LineRules(Assignment assignment) {
        this.progressPatterns = compile(assignment.progressPatterns());
        this.failPatterns = compile(assignment.failPatterns());
        this.warnPatterns = compile(assignment.warnPatterns());
    }

    public void see(String line) {
        progressPatterns.forEach(pattern -> readProgress(pattern.matcher(line)));
        if (warnPatterns.stream().anyMatch(pattern -> pattern.matcher(line).find())) {
            warnings++;
        }
        if (failure.isEmpty()
                && failPatterns.stream()
                        .anyMatch(pattern -> pattern.matcher(line).find())) {
            failure = Optional.of(
                    "The log of the stage says \"" + line.strip() + "\", which the pipeline takes for a failure.");
        }
        if (!line.isBlank()) {
            lastLine = line.strip();
        }
    }

    public List<Progress> progress() {
        return progress.entrySet().stream()
                .map(entry -> new Progress(entry.getKey(), entry.getValue()))
                .toList();
    }

    public int warnings() {
        return warnings;
    }

    public String lastLine() {
        return lastLine;
    }

    public Optional<String> failure() {
        return failure;
    }

    private void readProgress(Matcher matcher) {
        if (matcher.find()) {
            try {
                double percent = Double.parseDouble(matcher.group("percent"));
                progress.put(matcher.group("subject"), Math.clamp(percent, 0, 100));
            } catch (NumberFormatException e) {
                // A pattern may find what is no number after all; then the line says nothing of progress.
                return;
            }
        }
    }

    private static List<Pattern> compile(List<String> patterns) {
        return patterns.stream().map(Pattern::compile).toList();
    }
}
