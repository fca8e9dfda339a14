package dev.winslow.engine.project;

import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.pipeline.PipelineUsers;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class PipelineUsersOfProjects implements PipelineUsers {
    private final ProjectRepository projects;

    PipelineUsersOfProjects(ProjectRepository projects) {
        this.projects = projects;
    }

    @Override
    public int countProjects(String pipelineKey) {
        return projects.countOf(pipelineKey);
    }

    @Override
    public List<PipelineUser> usersOf(String pipelineKey, Viewer viewer) {
        return projects.usersOf(pipelineKey, viewer);
    }
}
