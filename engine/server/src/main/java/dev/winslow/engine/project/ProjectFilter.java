package dev.winslow.engine.project;

import dev.winslow.api.project.ProjectState;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which projects to list; what is empty or absent does not restrict.
 *
 * @param states any of these
 * @param tags all of these
 * @param text all of its words, in any of name, tags, pipeline and owner
 */
public record ProjectFilter(
        Set<ProjectState> states,
        Set<String> tags,
        Optional<String> pipeline,
        Optional<String> owner,
        Optional<String> text) {
    public static final ProjectFilter ALL =
            new ProjectFilter(Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    boolean suits(ProjectState state) {
        return states.isEmpty() || states.contains(state);
    }

    boolean suits(Project project) {
        return project.tags().containsAll(tags)
                && pipeline.filter(key -> !key.equals(project.pipelineKey())).isEmpty()
                && owner.filter(name -> !name.equals(project.owner())).isEmpty()
                && text.filter(words -> !contains(project, words)).isEmpty();
    }

    private static boolean contains(Project project, String words) {
        String all = String.join(
                        "\n", project.name(), String.join("\n", project.tags()), project.pipelineKey(), project.owner())
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
    }
}
