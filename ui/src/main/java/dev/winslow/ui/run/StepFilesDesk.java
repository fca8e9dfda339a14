package dev.winslow.ui.run;

import dev.winslow.api.artifact.AddedFile;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.run.StepFiles;
import dev.winslow.ui.artifact.VideoUpload;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All that the files of steps ask of the server. */
@Component
class StepFilesDesk {
    private final StepFiles files;
    private final FileService all;
    private final JsonMapper json;

    StepFilesDesk(StepFiles files, FileService all, JsonMapper json) {
        this.files = files;
        this.all = all;
        this.json = json;
    }

    List<FileView> left(UUID project, UUID attempt) {
        return all.left(project, attempt);
    }

    /** What people have added to the workspace of a step. */
    List<AddedFile> list(UUID run, String step) {
        return files.list(run, step);
    }

    void remove(UUID run, String step, AddedFile added) {
        files.remove(run, step, added.file().id());
    }

    /** Takes any number of files for the step, and tells of each that has arrived. */
    VideoUpload upload(UUID run, String step, Consumer<FileView> whenArrived) {
        VideoUpload upload = new VideoUpload(all, json);
        upload.sendAll(new ToStep(files, run, step), whenArrived);
        return upload;
    }

    private record ToStep(StepFiles files, UUID run, String step) implements VideoUpload.Destination {
        @Override
        public UploadTicket begin(BeginUpload file) {
            return files.begin(run, step, file);
        }

        @Override
        public FileView complete(CompleteUpload upload) {
            return files.complete(run, step, upload);
        }

        @Override
        public String toString() {
            return "step " + step + " of run " + run;
        }
    }
}
