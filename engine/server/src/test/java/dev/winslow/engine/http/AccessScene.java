package dev.winslow.engine.http;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.study.Parameter;
import dev.winslow.api.study.StartStudy;
import dev.winslow.api.study.StudyView;
import dev.winslow.api.task.TaskView;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.worker.Assignment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A project with one of everything that an address can be about. */
record AccessScene(Map<String, UUID> ids) {
    UUID id(String kind) {
        return Objects.requireNonNull(ids.get(kind), kind);
    }

    /** By what it is: PROJECT, RUN and so on. The pipeline is the reviewed one, and the run waits at the review. */
    static AccessScene of(Scene scene, Caller owner, ProjectView project) {
        String path = Paths.PROJECTS + "/" + project.id();
        BeginUpload file =
                new BeginUpload("a.mp4", FilesContract.BYTES.length, FilesContract.sha256(FilesContract.BYTES));
        FileView film = owner.post(path + "/uploads/complete", FilesContract.send(scene, path, file))
                .as(FileView.class);
        WorkingNode node = scene.node();
        UUID run = owner.post(path + "/runs", StartRun.with(Map.of()))
                .as(RunView.class)
                .id();
        Assignment detect = node.await();
        node.leave(detect, "detections.csv", project.id().toString());
        node.leave(node.await(), "tracks.csv", project.id().toString());
        UUID task = owner.get(Paths.TASKS + "?project=" + project.id())
                .listOf(TaskView.class)
                .getFirst()
                .id();
        StudyView study = owner.post(
                        path + "/studies",
                        new StartStudy(
                                Optional.empty(),
                                List.of(new Parameter("GAP", "1")),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .as(StudyView.class);
        CreatedTrigger trigger = owner.post(
                        Paths.TRIGGERS, new CreateTrigger("by hand", new TriggerSource.Call(project.id()), Map.of()))
                .as(CreatedTrigger.class);
        owner.post(Paths.STUDIES + "/" + study.study().id() + "/cancel");
        return new AccessScene(Map.of(
                "PROJECT", project.id(),
                "RUN", run,
                "ATTEMPT", detect.attemptId(),
                "TASK", task,
                "STUDY", study.study().id(),
                "TRIGGER", trigger.trigger().id(),
                "FILE", film.id()));
    }

    /** Without a body: who may not call is told so before it is read. */
    static Answer call(Caller caller, String method, String address) {
        HttpRequest request = HttpRequest.newBuilder(caller.server().resolve(address))
                .header("Authorization", "Bearer " + caller.token())
                .method(method, BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return Answer.of(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
