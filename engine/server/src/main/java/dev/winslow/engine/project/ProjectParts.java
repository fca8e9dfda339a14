package dev.winslow.engine.project;

/** What another feature keeps of a project and must give up before the project is deleted. Called again after a crash. */
public interface ProjectParts {
    void discard(Project project);
}
