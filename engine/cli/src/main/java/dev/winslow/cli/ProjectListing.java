package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.project.TagView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists projects, and the tags that they carry. */
final class ProjectListing {
    private ProjectListing() {}

    /** What projects can be grouped by. A project with several tags stands under each. */
    enum Group {
        STATE,
        TAG,
        PIPELINE,
        OWNER;

        List<String> names(ProjectView project) {
            return switch (this) {
                case STATE -> List.of(project.state().name());
                case TAG -> project.tags().isEmpty() ? List.of("(none)") : project.tags();
                case PIPELINE -> List.of(project.pipelineKey());
                case OWNER -> List.of(project.owner().orElse("(nobody)"));
            };
        }
    }

    @Command(name = "list", description = "Lists projects with their state.")
    static final class All extends ServerCommand {
        @Mixin
        private ProjectFilterOptions filter = new ProjectFilterOptions();

        @Option(names = "--group-by", description = "One of ${COMPLETION-CANDIDATES}.")
        private @Nullable Group group;

        @Override
        public Integer call() throws Exception {
            List<ProjectView> projects = filter.find(api());
            print(projects, () -> group == null ? table(projects) : grouped(projects, group));
            return 0;
        }

        private static String grouped(List<ProjectView> projects, Group group) {
            Map<String, List<ProjectView>> groups = projects.stream()
                    .flatMap(project -> group.names(project).stream().map(name -> Map.entry(name, project)))
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey,
                            TreeMap::new,
                            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            return groups.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().size() + "\n" + table(entry.getValue()))
                    .collect(Collectors.joining("\n\n"));
        }

        private static String table(List<ProjectView> projects) {
            Table table = new Table("ID", "NAME", "STATE", "AT", "PIPELINE", "OWNER", "TAGS");
            projects.forEach(project -> table.row(
                    project.id(),
                    project.name(),
                    project.state(),
                    String.join(", ", project.currentStages()),
                    project.pipelineKey(),
                    project.owner().orElse(""),
                    String.join(", ", project.tags())));
            return table.toString();
        }
    }

    @Command(name = "tags", description = "Lists the tags that projects carry, those of most projects first.")
    static final class Tags extends ServerCommand {
        @Parameters(index = "0", arity = "0..1", paramLabel = "PREFIX", description = "How they begin.")
        private String prefix = "";

        @Override
        public Integer call() throws Exception {
            String query = "?prefix=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8);
            var tags = api().list(Paths.TAGS + query, TagView.class);
            Table table = new Table("TAG", "PROJECTS");
            tags.forEach(tag -> table.row(tag.tag(), tag.projects()));
            print(tags, table::toString);
            return 0;
        }
    }
}
