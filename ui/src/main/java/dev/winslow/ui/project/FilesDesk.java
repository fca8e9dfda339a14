package dev.winslow.ui.project;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.FoundFile;
import dev.winslow.api.project.CleanUp;
import dev.winslow.api.project.CleanUpReport;
import dev.winslow.api.project.ProjectUsage;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.artifact.FoundFiles;
import dev.winslow.engine.sweep.Cleanup;
import dev.winslow.engine.sweep.UploadRemoval;
import dev.winslow.ui.artifact.VideoUpload;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All that the files of a project ask of the server. */
@Component
class FilesDesk {
    private final FileService files;
    private final FoundFiles found;
    private final UploadRemoval uploads;
    private final Cleanup cleanup;
    private final JsonMapper json;

    FilesDesk(FileService files, FoundFiles found, UploadRemoval uploads, Cleanup cleanup, JsonMapper json) {
        this.files = files;
        this.found = found;
        this.uploads = uploads;
        this.cleanup = cleanup;
        this.json = json;
    }

    List<FileView> files(UUID project, Optional<UUID> run, Area area) {
        return files.files(project, run, area);
    }

    List<FoundFile> found(UUID project) {
        return found.of(project);
    }

    void remove(UUID project, FileView file) {
        uploads.remove(project, file.id());
    }

    ProjectUsage usage(UUID project) {
        return cleanup.usage(project);
    }

    CleanUpReport free(UUID project, CleanUp rule) {
        return cleanup.clean(project, rule);
    }

    VideoUpload upload() {
        return new VideoUpload(files, json);
    }
}
