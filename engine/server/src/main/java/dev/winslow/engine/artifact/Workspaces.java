package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.engine.Ids;
import dev.winslow.engine.pipeline.Flow;
import dev.winslow.engine.project.Project;
import dev.winslow.minio.ArtifactStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Lays down what steps start from and what they leave. */
@Service
public class Workspaces {
    /** Below it lies, in the bucket of a project, what runs leave. */
    static final String FOLDER = "runs/";

    private final ArtifactRepository artifacts;
    private final Snapshots snapshots;
    private final StepStarts starts;
    private final ArtifactStore store;
    private final InstantSource clock;

    Workspaces(
            ArtifactRepository artifacts,
            Snapshots snapshots,
            StepStarts starts,
            ArtifactStore store,
            InstantSource clock) {
        this.artifacts = artifacts;
        this.snapshots = snapshots;
        this.starts = starts;
        this.store = store;
        this.clock = clock;
    }

    /** A step of a run that begins. */
    public record Start(UUID projectId, UUID runId, String stepId, Flow flow) {
        private StepOfRun step() {
            return new StepOfRun(runId, stepId);
        }
    }

    /** The project's files and the workspace that a step of a run starts from. */
    public List<Artifact> startOf(Start start) {
        return startsOf(List.of(start)).getOrDefault(start.runId(), List.of());
    }

    /** As {@link #startOf} of steps of different runs in a few queries, by run. */
    public Map<UUID, List<Artifact>> startsOf(Collection<Start> steps) {
        if (steps.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Artifact>> inputs =
                artifacts.inputsOf(steps.stream().map(Start::projectId).collect(Collectors.toSet()));
        Map<StepOfRun, List<Artifact>> workspaces =
                starts.workspaces(steps.stream().collect(Collectors.toMap(Start::step, Start::flow)));
        return steps.stream()
                .collect(Collectors.toMap(
                        Start::runId,
                        start -> Stream.concat(
                                        inputs.getOrDefault(start.projectId(), List.of()).stream(),
                                        workspaces.getOrDefault(start.step(), List.of()).stream())
                                .toList()));
    }

    public void remember(UUID attemptId, List<Artifact> inputs) {
        artifacts.insertInputs(attemptId, inputs);
    }

    public List<Artifact> inputsOf(UUID attemptId) {
        return artifacts.inputsOfAttempt(attemptId);
    }

    /**
     * What an attempt of this project left, for another one that starts from the same: where both have a file, the one that this other has. Empty
     * where some of it was cleaned up.
     */
    public Optional<List<Artifact>> left(UUID attemptId, List<Artifact> inputs) {
        List<Artifact> files = artifacts.outputs(attemptId).stream()
                .map(file -> inputs.stream()
                        .filter(input -> same(input, file))
                        .findFirst()
                        .orElse(file))
                .toList();
        return snapshots.removed(files).isEmpty() ? Optional.of(files) : Optional.empty();
    }

    private static boolean same(Artifact one, Artifact other) {
        return one.area() == other.area()
                && one.path().equals(other.path())
                && one.content().equals(other.content());
    }

    /** Where the file of an attempt lies in the project's bucket. */
    public static String key(Origin origin, Area area, String path) {
        return FOLDER
                + "%s/%s/%s/%s/%s"
                        .formatted(
                                origin.runId(),
                                origin.stepId(),
                                origin.attemptId(),
                                area.name().toLowerCase(java.util.Locale.ROOT),
                                path);
    }

    /** The bytes of this file, if the attempt started from them: then they need not be sent. */
    public Optional<Artifact> known(UUID attemptId, ProducedFile file) {
        return artifacts.inputsOfAttempt(attemptId).stream()
                .filter(input -> input.content().equals(contentOf(file)))
                .findFirst();
    }

    /**
     * Looks for what an attempt says that it left. This asks the storage, which may be slow, and is no part of a transaction therefore: what
     * lies below an attempt's own prefix does not change any more.
     */
    public Delivery examine(Project project, Origin origin, List<ProducedFile> files) {
        List<Artifact> inputs = artifacts.inputsOfAttempt(origin.attemptId());
        List<String> missing = new ArrayList<>();
        List<Artifact> left = new ArrayList<>();
        for (ProducedFile file : files) {
            unchanged(inputs, file)
                    .or(() -> arrived(project, origin, inputs, file))
                    .ifPresentOrElse(left::add, () -> missing.add(file.path()));
        }
        return missing.isEmpty()
                ? new Delivery.Complete(
                        left,
                        left.stream().filter(file -> !inputs.contains(file)).toList())
                : new Delivery.Missing(missing);
    }

    /** Writes what an attempt left, in the caller's transaction. */
    public void record(Origin origin, Delivery.Complete delivery) {
        delivery.fresh().forEach(artifacts::insert);
        artifacts.insertOutputs(origin.attemptId(), delivery.files());
    }

    /** What each of these attempts, no two of a step, left is what its step left. */
    public void complete(Map<Origin, Delivery.Complete> deliveries) {
        if (!deliveries.isEmpty()) {
            snapshots.write(
                    deliveries.entrySet().stream()
                            .map(each -> new Snapshots.Left(
                                    each.getKey().runId(),
                                    each.getKey().stepId(),
                                    each.getValue().files()))
                            .toList(),
                    clock.instant());
        }
    }

    /** What an attempt left joins what others of the same step left in this round: it ran for one item of a list. */
    public void completeOne(Origin origin, Flow flow, Delivery.Complete delivery) {
        Map<String, Snapshot> newest = snapshots.newest(origin.runId());
        List<Artifact> before = StartingWorkspace.leftInThisRound(origin.stepId(), flow, newest);
        Set<String> replaced = delivery.files().stream()
                .map(file -> file.area() + "/" + file.path())
                .collect(Collectors.toSet());
        List<Artifact> together = Stream.concat(
                        before.stream().filter(file -> !replaced.contains(file.area() + "/" + file.path())),
                        delivery.files().stream())
                .toList();
        snapshots.write(origin.runId(), origin.stepId(), together, clock.instant());
    }

    /** Brings the files of a person's answer into the storage, before the transaction that {@linkplain #recordAnswer records} them. */
    public List<Artifact> keepAnswer(Project project, UUID runId, String stepId, Map<String, String> answer) {
        return answer.entrySet().stream()
                .map(file -> keep(project, runId, stepId, file.getKey(), file.getValue()))
                .toList();
    }

    private Artifact keep(Project project, UUID runId, String stepId, String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        UUID id = Ids.next();
        String key = FOLDER + "%s/%s/answer-%s/%s".formatted(runId, stepId, id, path);
        store.put(project.bucket(), key, bytes, "application/octet-stream");
        return new Artifact(
                id,
                new Artifact.Source(
                        Optional.of(project.id()), Optional.of(runId), Optional.empty(), Optional.of(stepId)),
                Area.WORKSPACE,
                path,
                new Artifact.Content(bytes.length, Hashes.sha256(bytes)),
                new Artifact.Location(project.bucket(), key),
                clock.instant());
    }

    /** A file that was kept, so that it is there for others from the end of the transaction on. */
    public void name(Artifact file) {
        artifacts.insert(file);
    }

    /**
     * What a stage goes on with that an attempt has given back: the project's files as they are now, all that it left, what people have added since,
     * and what it was answered.
     */
    public List<Artifact> continued(UUID projectId, Origin released, Flow flow, List<UUID> answers) {
        List<Artifact> answered =
                answers.stream().flatMap(id -> artifacts.find(id).stream()).toList();
        List<Artifact> left = starts.continued(released.runId(), released.stepId(), flow, released.attemptId());
        return Stream.concat(artifacts.inputsOf(projectId).stream(), StepStarts.over(left, answered).stream())
                .toList();
    }

    /** A person's answer: the workspace that the task stood on, with the files of the answer. */
    public void recordAnswer(UUID runId, String stepId, Flow flow, List<Artifact> answer) {
        answer.forEach(artifacts::insert);
        snapshots.write(runId, stepId, StepStarts.over(starts.workspace(runId, stepId, flow), answer), clock.instant());
    }

    private static Optional<Artifact> unchanged(List<Artifact> inputs, ProducedFile file) {
        return inputs.stream()
                .filter(input -> input.area() == file.area()
                        && input.path().equals(file.path())
                        && input.content().equals(contentOf(file)))
                .findFirst();
    }

    private Optional<Artifact> arrived(Project project, Origin origin, List<Artifact> inputs, ProducedFile file) {
        return inputs.stream()
                .filter(input -> input.content().equals(contentOf(file)))
                .map(Artifact::location)
                .findFirst()
                .or(() -> inStore(project.bucket(), key(origin, file.area(), file.path()), file.size()))
                .map(location -> new Artifact(
                        Ids.next(),
                        new Artifact.Source(
                                Optional.of(project.id()),
                                Optional.of(origin.runId()),
                                Optional.of(origin.attemptId()),
                                Optional.of(origin.stepId())),
                        file.area(),
                        file.path(),
                        contentOf(file),
                        location,
                        clock.instant()));
    }

    private Optional<Artifact.Location> inStore(String bucket, String key, long size) {
        return store.find(bucket, key)
                .filter(object -> object.size() == size)
                .map(object -> new Artifact.Location(bucket, key));
    }

    private static Artifact.Content contentOf(ProducedFile file) {
        return new Artifact.Content(file.size(), file.sha256());
    }

    /**
     * What an attempt leaves that takes over these files from another. They are files of its own, over the same bytes: of files with the same path the
     * newest counts, and one that was made before the stage's own inputs would not. What it would pass on unchanged stays what it is.
     */
    public Delivery.Complete takenOver(UUID projectId, Origin origin, List<Artifact> files, List<Artifact> inputs) {
        List<Artifact> fresh = files.stream()
                .filter(file -> !inputs.contains(file))
                .map(file -> new Artifact(
                        Ids.next(),
                        new Artifact.Source(
                                Optional.of(projectId),
                                Optional.of(origin.runId()),
                                Optional.of(origin.attemptId()),
                                Optional.of(origin.stepId())),
                        file.area(),
                        file.path(),
                        file.content(),
                        file.location(),
                        clock.instant()))
                .toList();
        return new Delivery.Complete(
                Stream.concat(files.stream().filter(inputs::contains), fresh.stream())
                        .toList(),
                fresh);
    }

    /** The attempt that a file comes from. */
    public record Origin(UUID runId, String stepId, UUID attemptId) {}

    /** Whether what an attempt left is all there. */
    public sealed interface Delivery {
        /** All of it; fresh is what no artifact names yet. */
        record Complete(List<Artifact> files, List<Artifact> fresh) implements Delivery {}

        /** Files that the storage lacks, or has in another size. */
        record Missing(List<String> paths) implements Delivery {}
    }
}
