package dev.winslow.engine.stage;

import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.node.NodeFiles;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.PlacementRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells placement how many bytes of a stage's files lie on which node. What a queued stage will start from is looked up once and remembered; only its
 * largest files count, so that thousands of small ones cost nothing.
 */
@Component
class QueuedFiles {
    private static final Logger log = LoggerFactory.getLogger(QueuedFiles.class);
    private static final long WORTH_COUNTING = 1L << 20;
    private static final int LARGEST = 20;

    private final Workspaces workspaces;
    private final PipelineService pipelines;
    private final NodeFiles files;
    private final Map<String, List<Artifact.Content>> known = new ConcurrentHashMap<>();

    QueuedFiles(Workspaces workspaces, PipelineService pipelines, NodeFiles files) {
        this.workspaces = workspaces;
        this.pipelines = pipelines;
        this.files = files;
    }

    /** The same requests; those for which a node has room now, with the bytes that lie there. */
    List<PlacementRequest> located(
            List<PlacementRequest> requests, Map<String, QueuedStage> queue, List<NodeResources> nodes) {
        known.keySet().retainAll(queue.keySet());
        Map<Requirements, Boolean> placeable = new HashMap<>();
        Map<String, List<Artifact.Content>> contents = requests.stream()
                .filter(request -> placeable.computeIfAbsent(request.needs(), needs -> isPlaceable(needs, nodes)))
                .collect(Collectors.toMap(
                        PlacementRequest::jobId,
                        request -> known.computeIfAbsent(
                                request.jobId(),
                                job -> Optional.ofNullable(queue.get(job))
                                        .map(queued -> largestOrNone(request, queued))
                                        .orElse(List.of()))));
        Map<String, List<UUID>> holding = files.holding(contents.values().stream()
                .flatMap(List::stream)
                .map(Artifact.Content::sha256)
                .distinct()
                .toList());
        return requests.stream()
                .map(request -> with(request, bytes(contents.getOrDefault(request.jobId(), List.of()), holding)))
                .toList();
    }

    private static boolean isPlaceable(Requirements needs, List<NodeResources> nodes) {
        return nodes.stream().anyMatch(node -> node.gpusFor(needs).isPresent());
    }

    /** One stage whose files cannot be told must not keep the others from their nodes; it is placed as if it had none. */
    private List<Artifact.Content> largestOrNone(PlacementRequest request, QueuedStage queued) {
        try {
            return largest(request, queued);
        } catch (RuntimeException e) {
            log.error("What the stage {} of run {} starts from is not known", queued.stageId(), queued.runId(), e);
            return List.of();
        }
    }

    private List<Artifact.Content> largest(PlacementRequest request, QueuedStage queued) {
        return workspaces
                .startOf(new Workspaces.Start(
                        request.claimant().projectId(),
                        queued.runId(),
                        queued.stageId(),
                        pipelines.spec(queued.definitionId()).orElseThrow().flow()))
                .stream()
                .map(Artifact::content)
                .distinct()
                .filter(content -> content.size() >= WORTH_COUNTING)
                .sorted(Comparator.comparingLong(Artifact.Content::size).reversed())
                .limit(LARGEST)
                .toList();
    }

    private static Map<UUID, Long> bytes(List<Artifact.Content> contents, Map<String, List<UUID>> holding) {
        Map<UUID, Long> bytes = new HashMap<>();
        contents.forEach(content -> holding.getOrDefault(content.sha256(), List.of())
                .forEach(node -> bytes.merge(node, content.size(), Long::sum)));
        return bytes;
    }

    private static PlacementRequest with(PlacementRequest request, Map<UUID, Long> bytes) {
        return new PlacementRequest(
                request.jobId(),
                request.stageName(),
                request.claimant(),
                request.priority(),
                request.waited(),
                request.usual(),
                request.needs(),
                bytes);
    }
}
