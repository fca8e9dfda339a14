package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which projects. */
final class ProjectFilterOptions {
    @Option(names = "--state", description = "Any of these: ${COMPLETION-CANDIDATES}; may be repeated.")
    private List<ProjectState> states = new ArrayList<>();

    @Option(names = "--tag", description = "A tag that it carries; may be repeated.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--pipeline", paramLabel = "KEY", description = "The pipeline that it is based on.")
    private @Nullable String pipeline;

    @Option(names = "--owner", description = "Who owns it.")
    private @Nullable String owner;

    @Option(names = "--find", paramLabel = "TEXT", description = "Words in name, tags, pipeline or owner.")
    private @Nullable String text;

    boolean isEmpty() {
        return query().isEmpty();
    }

    List<ProjectView> find(Api api) {
        String query = query();
        return api.list(Paths.PROJECTS + (query.isEmpty() ? "" : "?" + query), ProjectView.class);
    }

    private String query() {
        Stream<String> all = Stream.concat(
                states.stream().map(state -> "state=" + state), tags.stream().map(tag -> parameter("tag", tag)));
        Stream<String> single = Stream.concat(
                Stream.ofNullable(pipeline).map(key -> parameter("pipeline", key)),
                Stream.concat(
                        Stream.ofNullable(owner).map(name -> parameter("owner", name)),
                        Stream.ofNullable(text).map(words -> parameter("q", words))));
        return Stream.concat(all, single).collect(Collectors.joining("&"));
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
