package dev.winslow.engine.lineage;

import dev.winslow.api.lineage.Lineage;
import dev.winslow.api.lineage.Trace;
import dev.winslow.api.lineage.TracedAttempt;
import dev.winslow.api.lineage.TracedFile;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Attempts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells who made a file and from what, up to the sources, and what was made from it. */
@Service
public class LineageService {
    private static final int MOST_FILES = 5000;

    private final LineageRepository repository;
    private final Attempts attempts;
    private final Runs runs;
    private final ProjectAccess access;

    LineageService(LineageRepository repository, Attempts attempts, Runs runs, ProjectAccess access) {
        this.repository = repository;
        this.attempts = attempts;
        this.runs = runs;
        this.access = access;
    }

    @Transactional(readOnly = true)
    public Lineage of(UUID fileId, Viewer viewer) {
        Walk back = Walk.from(fileId, new Sources(repository), MOST_FILES);
        TracedFile file = files(Set.of(fileId), back.copies()).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no file " + fileId + ".",
                        "List the files of a project or of the pool to find its id."));
        return new Lineage(
                file,
                seen(trace(fileId, back), viewer),
                seen(trace(fileId, Walk.from(fileId, new Descendants(repository), MOST_FILES)), viewer));
    }

    /** Files of the pool lead into other projects; of those that the viewer may not see, nothing is told. */
    private Trace seen(Trace trace, Viewer viewer) {
        Set<UUID> projects = trace.files().stream()
                .flatMap(file -> file.projectId().stream())
                .collect(Collectors.toSet());
        Set<UUID> seen = access.seen(projects, viewer);
        if (seen.size() == projects.size()) {
            return trace;
        }
        List<TracedFile> files = trace.files().stream()
                .filter(file -> file.projectId()
                        .filter(project -> !seen.contains(project))
                        .isEmpty())
                .toList();
        Set<UUID> known = files.stream().map(file -> file.file().id()).collect(Collectors.toSet());
        return new Trace(
                files,
                trace.attempts().stream()
                        .filter(attempt -> attempt.outputs().stream().anyMatch(known::contains)
                                || attempt.inputs().stream().anyMatch(known::contains))
                        .toList(),
                trace.complete());
    }

    private Trace trace(UUID root, Walk walk) {
        Set<UUID> known = new HashSet<>(walk.files());
        known.add(root);
        Map<UUID, List<UUID>> inputs = byAttempt(repository.inputsOf(walk.attempts()), Edge::to, Edge::from, known);
        Map<UUID, List<UUID>> outputs = byAttempt(repository.madeBy(walk.attempts()), Edge::from, Edge::to, known);
        Map<UUID, AttemptView> views =
                attempts.find(walk.attempts()).stream().collect(Collectors.toMap(AttemptView::id, Function.identity()));
        Map<UUID, Run> ran = runs.find(
                views.values().stream().map(AttemptView::runId).distinct().toList());
        return new Trace(
                files(walk.files(), walk.copies()),
                walk.attempts().stream()
                        .flatMap(id -> Optional.ofNullable(views.get(id)).stream())
                        .flatMap(view -> Optional.ofNullable(ran.get(view.runId()))
                                .map(run -> new TracedAttempt(
                                        view,
                                        run.pipeline().key(),
                                        run.pipeline().version(),
                                        inputs.getOrDefault(view.id(), List.of()),
                                        outputs.getOrDefault(view.id(), List.of())))
                                .stream())
                        .toList(),
                walk.isComplete());
    }

    /** In the order of the ids. */
    private List<TracedFile> files(Collection<UUID> ids, List<Edge> copies) {
        Map<UUID, UUID> originals =
                copies.stream().collect(Collectors.toMap(Edge::to, Edge::from, (one, other) -> one));
        Map<UUID, TracedFile> found = repository.files(ids).stream()
                .collect(Collectors.toMap(file -> file.file().id(), Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .map(file -> new TracedFile(
                        file.file(),
                        file.origin(),
                        file.projectId(),
                        Optional.ofNullable(originals.get(file.file().id())),
                        file.addedBy(),
                        file.removed()))
                .toList();
    }

    private static Map<UUID, List<UUID>> byAttempt(
            List<Edge> edges, Function<Edge, UUID> attempt, Function<Edge, UUID> file, Set<UUID> known) {
        return edges.stream()
                .filter(edge -> known.contains(file.apply(edge)))
                .collect(Collectors.groupingBy(attempt, Collectors.mapping(file, Collectors.toList())));
    }
}
