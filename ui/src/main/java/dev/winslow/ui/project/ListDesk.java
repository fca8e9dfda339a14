package dev.winslow.ui.project;

import dev.winslow.api.project.BulkAction;
import dev.winslow.api.project.BulkRequest;
import dev.winslow.api.project.BulkResult;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.account.SavedViews;
import dev.winslow.engine.bulk.Bulk;
import dev.winslow.engine.project.DeletionPreview;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.ui.security.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that the list of projects asks of the server. */
@Component
class ListDesk {
    private final ProjectService projects;
    private final DeletionPreview preview;
    private final Bulk bulk;
    private final Standings standings;
    private final SavedViews views;

    ListDesk(ProjectService projects, DeletionPreview preview, Bulk bulk, Standings standings, SavedViews views) {
        this.projects = projects;
        this.preview = preview;
        this.bulk = bulk;
        this.standings = standings;
        this.views = views;
    }

    List<ProjectView> all() {
        return projects.list(Person.viewer());
    }

    /** With how far those are that are on their way. */
    List<Listed> listed(List<ProjectView> some) {
        return standings.of(some);
    }

    SavedViews views() {
        return views;
    }

    List<BulkResult> act(Collection<UUID> ids, BulkAction action, List<String> tags) {
        BulkRequest request = new BulkRequest(List.copyOf(ids), action, tags, Map.of());
        return ids.stream().map(id -> bulk.act(id, request, Person.viewer())).toList();
    }

    /** What would go with these projects, together. */
    DeletionView wouldGo(Collection<UUID> ids) {
        return ids.stream()
                .map(preview::of)
                .reduce(
                        new DeletionView(0, 0, 0, 0, 0, false),
                        (one, other) -> new DeletionView(
                                one.files() + other.files(),
                                one.bytes() + other.bytes(),
                                one.runs() + other.runs(),
                                one.attempts() + other.attempts(),
                                one.logLines() + other.logLines(),
                                one.openRun() || other.openRun()));
    }
}
