package dev.winslow.engine.bulk;

import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.project.BulkAction;
import dev.winslow.api.project.BulkRequest;
import dev.winslow.api.project.BulkResult;
import dev.winslow.api.project.ChangeProject;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.ProjectDeletion;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Does one thing to many projects, each for itself: what fails at one does not keep the others from it. */
@Service
public class Bulk {
    private static final Logger log = LoggerFactory.getLogger(Bulk.class);

    private final ProjectService projects;
    private final ProjectDeletion deletion;
    private final RunService runs;
    private final ProjectAccess access;

    Bulk(ProjectService projects, ProjectDeletion deletion, RunService runs, ProjectAccess access) {
        this.projects = projects;
        this.deletion = deletion;
        this.runs = runs;
        this.access = access;
    }

    public BulkResult act(UUID project, BulkRequest request, Viewer viewer) {
        try {
            return new BulkResult(project, true, done(project, request, viewer));
        } catch (ProblemException refused) {
            return new BulkResult(project, false, refused.detail() + " " + refused.remedy());
        } catch (RuntimeException failure) {
            log.error("{} failed at project {}", request.action(), project, failure);
            return new BulkResult(
                    project, false, "The server failed at this project. Try again; if it stays, its log tells more.");
        }
    }

    private String done(UUID project, BulkRequest request, Viewer viewer) {
        projects.require(project);
        access.require(project, request.action() == BulkAction.DELETE ? Right.OWN : Right.CHANGE, viewer);
        return switch (request.action()) {
            case START -> {
                UUID run =
                        runs.start(project, StartRun.with(request.variables())).id();
                yield "Started run " + run + ".";
            }
            case PAUSE -> {
                runs.pause(latestRun(project, viewer), Optional.empty());
                yield "Paused.";
            }
            case RESUME -> {
                runs.resume(latestRun(project, viewer), request.variables());
                yield "Resumed.";
            }
            case CANCEL -> {
                runs.cancel(latestRun(project, viewer), "cancelled by a person");
                yield "Cancelled.";
            }
            case TAG -> tags(project, request.tags(), Set::addAll, viewer);
            case UNTAG -> tags(project, request.tags(), Set::removeAll, viewer);
            case DELETE -> {
                deletion.delete(project);
                yield "Deleted.";
            }
        };
    }

    private String tags(
            UUID project, List<String> changed, BiConsumer<Set<String>, List<String>> change, Viewer viewer) {
        Set<String> tags = new LinkedHashSet<>(projects.require(project).tags());
        change.accept(tags, changed.stream().map(String::strip).toList());
        List<String> now = projects.change(project, ChangeProject.tags(List.copyOf(tags)), viewer)
                .tags();
        return now.isEmpty() ? "No tags." : "Tags: " + String.join(", ", now) + ".";
    }

    private UUID latestRun(UUID project, Viewer viewer) {
        return projects.find(project, viewer)
                .flatMap(view -> view.latestRun())
                .orElseThrow(() ->
                        new ProblemException(ProblemType.CONFLICT, "This project has no run yet.", "Start one first."));
    }
}
