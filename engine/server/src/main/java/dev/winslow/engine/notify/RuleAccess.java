package dev.winslow.engine.notify;

import dev.winslow.api.access.Right;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.project.ProjectService;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose rules somebody may look at and change: their own, and those of projects that they may change, as the address of a receiver may be a secret. */
@Component
class RuleAccess {
    private final ProjectService projects;
    private final ProjectAccess access;

    RuleAccess(ProjectService projects, ProjectAccess access) {
        this.projects = projects;
        this.access = access;
    }

    void require(Owner owner, Viewer who) {
        if (owner instanceof Owner.OfProject(UUID project)) {
            access.require(project, Right.CHANGE, who);
            projects.require(project);
        }
    }

    /** Whether a person may have a rule of what happens there. */
    void requireSight(UUID project, Viewer who) {
        access.require(project, Right.SEE, who);
        projects.require(project);
    }
}
