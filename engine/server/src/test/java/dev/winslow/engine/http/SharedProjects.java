package dev.winslow.engine.http;

import dev.winslow.api.Paths;
import dev.winslow.api.access.AccessEntry;
import dev.winslow.api.access.AccessView;
import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.Everyone;
import dev.winslow.api.access.Holder;
import dev.winslow.api.access.Level;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.http.People.Somebody;
import java.util.List;

/** Projects that somebody makes for others, and what these may do with them. */
final class SharedProjects {
    private SharedProjects() {}

    static ProjectView project(Somebody owner, Scene scene) {
        return owner.caller()
                .post(Paths.PROJECTS, new CreateProject("Project " + scene.key, scene.key, List.of()))
                .as(ProjectView.class);
    }

    static ProjectView closed(Somebody owner, Scene scene) {
        ProjectView project = project(owner, scene);
        change(owner, project, ChangeAccess.everyone(Everyone.NOTHING)).as(AccessView.class);
        return project;
    }

    static String path(ProjectView project) {
        return Paths.PROJECTS + "/" + project.id();
    }

    static Answer change(Somebody who, ProjectView project, ChangeAccess change) {
        return who.caller().patchJson(path(project) + "/access", Answer.JSON.writeValueAsString(change));
    }

    static void let(Somebody who, ProjectView project, Somebody other, Level level) {
        change(who, project, ChangeAccess.set(new AccessEntry(Holder.person(other.name()), level)))
                .as(AccessView.class);
    }
}
