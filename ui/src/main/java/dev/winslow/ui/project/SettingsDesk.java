package dev.winslow.ui.project;

import dev.winslow.api.project.ChangeProject;
import dev.winslow.api.project.DeletionView;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.engine.project.DeletionPreview;
import dev.winslow.engine.project.ProjectDeletion;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Priorities;
import dev.winslow.ui.security.Person;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that changing a project asks of the server. */
@Component
class SettingsDesk {
    private final ProjectService projects;
    private final ProjectDeletion deletion;
    private final DeletionPreview preview;
    private final PipelineService pipelines;
    private final AccessDesk access;
    private final Priorities priorities;

    SettingsDesk(
            ProjectService projects,
            ProjectDeletion deletion,
            DeletionPreview preview,
            PipelineService pipelines,
            AccessDesk access,
            Priorities priorities) {
        this.projects = projects;
        this.deletion = deletion;
        this.preview = preview;
        this.pipelines = pipelines;
        this.access = access;
        this.priorities = priorities;
    }

    AccessDesk access() {
        return access;
    }

    Priorities priorities() {
        return priorities;
    }

    /** Those that new runs can be of. */
    List<PipelineVersion> pipelines() {
        return pipelines.list().stream().filter(version -> !version.retired()).toList();
    }

    List<String> tags() {
        return projects.tags("", Person.viewer()).stream().map(tag -> tag.tag()).toList();
    }

    void change(UUID project, ChangeProject change) {
        projects.change(project, change, Person.viewer());
    }

    DeletionView wouldGo(UUID project) {
        return preview.of(project);
    }

    void delete(UUID project) {
        deletion.delete(project);
    }
}
