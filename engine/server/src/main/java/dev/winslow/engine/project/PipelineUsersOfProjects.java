package dev.winslow.engine.project;

import dev.winslow.engine.pipeline.PipelineUsers;
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
}
