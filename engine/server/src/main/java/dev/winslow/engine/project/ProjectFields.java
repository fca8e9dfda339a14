package dev.winslow.engine.project;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what a project can be called, tagged with, and based on. */
@Component
class ProjectFields {
    private static final int LONGEST_TAG = 100;

    private final PipelineService pipelines;

    ProjectFields(PipelineService pipelines) {
        this.pipelines = pipelines;
    }

    static String name(String name) {
        return text(
                name,
                200,
                "A project's name has",
                "Give the project a name such as the place and the date of the film.");
    }

    /** Sorted, and each once. */
    static List<String> tags(List<String> tags) {
        return tags.stream()
                .map(tag -> text(tag, LONGEST_TAG, "A tag has", "Give a tag such as a place or a campaign."))
                .distinct()
                .sorted()
                .toList();
    }

    String pipeline(String key) {
        pipelines.requireForProjects(key);
        return key;
    }

    static String text(String text, int longest, String expected, String remedy) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > longest) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "%s 1 to %d characters, but this one has %d.".formatted(expected, longest, trimmed.length()),
                    remedy);
        }
        return trimmed;
    }
}
