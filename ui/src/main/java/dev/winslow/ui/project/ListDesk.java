package dev.winslow.ui.project;

import dev.winslow.api.project.BulkAction;
import dev.winslow.api.project.BulkRequest;
import dev.winslow.api.project.BulkResult;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.bulk.Bulk;
import dev.winslow.engine.project.DeletionPreview;
import dev.winslow.engine.project.ProjectService;
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

    ListDesk(ProjectService projects, DeletionPreview preview, Bulk bulk) {
        this.projects = projects;
        this.preview = preview;
        this.bulk = bulk;
    }

    List<ProjectView> all() {
        return projects.list();
    }

    List<BulkResult> act(Collection<UUID> ids, BulkAction action, List<String> tags) {
        BulkRequest request = new BulkRequest(List.copyOf(ids), action, tags, Map.of());
        return ids.stream().map(id -> bulk.act(id, request)).toList();
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
