package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.project.BulkAction;
import dev.winslow.api.project.BulkRequest;
import dev.winslow.api.project.BulkResult;
import dev.winslow.api.project.ProjectView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One action for many projects. */
@Command(
        name = "bulk",
        description = {
            "Does the same to many projects: those with the ids given, or those that the filter finds.",
            "Projects that refuse do not keep the others from it; then the exit code is 1."
        })
final class ProjectBulkCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ACTION", description = "One of ${COMPLETION-CANDIDATES}.")
    private BulkAction action = BulkAction.PAUSE;

    @Parameters(index = "1..*", paramLabel = "ID")
    private List<UUID> ids = new ArrayList<>();

    @Mixin
    private ProjectFilterOptions filter = new ProjectFilterOptions();

    @Option(names = "--with", paramLabel = "TAG", description = "A tag to add or to take away; may be repeated.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "A variable for START or RESUME; may be repeated.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Override
    public Integer call() throws Exception {
        if (ids.isEmpty() == filter.isEmpty()) {
            throw new Refused("Name projects by their ids or by a filter such as --tag, and not by both.");
        }
        Api api = api();
        List<UUID> chosen =
                ids.isEmpty() ? filter.find(api).stream().map(ProjectView::id).toList() : ids;
        if (action == BulkAction.DELETE && !chosen.isEmpty()) {
            confirmation.require(err(), "Delete " + chosen.size() + " projects with all their files, logs and runs?");
        }
        List<BulkResult> results = List.of(api.post(
                Paths.PROJECTS + "/bulk", new BulkRequest(chosen, action, tags, variables), BulkResult[].class));
        Table table = new Table("PROJECT", "DONE", "WHAT");
        results.forEach(result -> table.row(result.projectId(), result.done() ? "yes" : "no", result.sentence()));
        print(results, table::toString);
        return results.stream().allMatch(BulkResult::done) ? 0 : Winslow.FAILED;
    }
}
