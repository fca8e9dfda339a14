package dev.winslow.ui.pool;

import dev.winslow.api.access.Right;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.FoundFile;
import dev.winslow.api.artifact.PoolUser;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.artifact.FoundFiles;
import dev.winslow.engine.artifact.PoolService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.ui.artifact.VideoUpload;
import dev.winslow.ui.security.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All that the page of the pool asks of the server. */
@Component
class PoolDesk {
    private final FileService files;
    private final PoolService pool;
    private final FoundFiles found;
    private final ProjectService projects;
    private final JsonMapper json;

    PoolDesk(FileService files, PoolService pool, FoundFiles found, ProjectService projects, JsonMapper json) {
        this.files = files;
        this.pool = pool;
        this.found = found;
        this.projects = projects;
        this.json = json;
    }

    List<FileView> files() {
        return files.pool();
    }

    List<FoundFile> found() {
        return found.ofPool();
    }

    Map<UUID, List<PoolUser>> users() {
        return pool.users(Person.viewer());
    }

    List<ProjectView> projects() {
        return projects.list(Person.viewer()).stream()
                .filter(project -> project.may().includes(Right.CHANGE))
                .toList();
    }

    void link(UUID project, FileView file) {
        files.linkFromPool(project, file.id());
    }

    FileView move(FileView file, String path) {
        return pool.move(file.id(), path);
    }

    void delete(FileView file) {
        pool.delete(file.id(), Person.viewer());
    }

    VideoUpload upload() {
        return new VideoUpload(files, json);
    }
}
