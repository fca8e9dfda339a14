package dev.winslow.engine.pipeline;

import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.api.pipeline.PipelineView;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.problem.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deploys pipelines and knows every version of them. */
@Service
public class PipelineService {
    private final PipelineRepository repository;
    private final ProcessKernel kernel;
    private final PipelineUsers users;
    private final InstantSource clock;
    /** A version never changes, so that what was read once holds. */
    private final Map<String, PipelineSpec> specs = new ConcurrentHashMap<>();

    PipelineService(PipelineRepository repository, ProcessKernel kernel, PipelineUsers users, InstantSource clock) {
        this.repository = repository;
        this.kernel = kernel;
        this.users = users;
        this.clock = clock;
    }

    /** Only a valid pipeline is accepted. The same XML deployed again is no new version; a retired pipeline comes back by it. */
    @Transactional
    public PipelineView deploy(String xml) {
        PipelineSpec spec = switch (PipelineParser.parse(xml)) {
            case ParsedPipeline.Valid(PipelineSpec valid) -> valid;
            case ParsedPipeline.Invalid(List<PipelineProblem> problems) -> throw refusal(problems);
        };
        Optional<PipelineRepository.Row> newest = repository.newest(spec.key());
        boolean same = newest.flatMap(row -> repository.xml(row.deployed().definitionId()))
                .filter(xml::equals)
                .isPresent();
        if (!same) {
            ProcessKernel.DeployedDefinition definition = kernel.deploy(spec.key(), spec.name(), xml);
            repository.insert(
                    new PipelineRepository.Row(
                            new Deployed(spec.key(), definition.version(), definition.definitionId()),
                            spec.name(),
                            spec.description(),
                            clock.instant(),
                            false),
                    xml);
        }
        repository.setRetired(spec.key(), false);
        return view(repository.newest(spec.key()).orElseThrow());
    }

    public List<PipelineView> list() {
        return repository.newestOfAll().stream().map(this::view).toList();
    }

    public PipelineView require(String key) {
        return repository.newest(key).map(this::view).orElseThrow(() -> unknown(key));
    }

    /** The version that new runs start with; none where the pipeline is retired or unknown. */
    public Optional<Deployed> newest(String key) {
        return repository.newest(key).filter(row -> !row.retired()).map(PipelineRepository.Row::deployed);
    }

    public PipelineSpec spec(String definitionId) {
        return specs.computeIfAbsent(definitionId, id -> {
            String xml = repository.xml(id).orElseThrow(() -> unknown(id));
            return switch (PipelineParser.parse(xml)) {
                case ParsedPipeline.Valid(PipelineSpec valid) -> valid;
                case ParsedPipeline.Invalid(List<PipelineProblem> problems) ->
                    throw new IllegalStateException(
                            "The deployed pipeline " + id + " is not valid any more: " + problems);
            };
        });
    }

    /** The XML as it was deployed. */
    public String xml(String key, int version) {
        return repository.xml(key, version).orElseThrow(() -> unknown(key + " in version " + version));
    }

    /** No new run starts with a retired pipeline; those in progress carry on. */
    @Transactional
    public void retire(String key) {
        require(key);
        repository.setRetired(key, true);
    }

    private PipelineView view(PipelineRepository.Row row) {
        return new PipelineView(
                row.deployed().key(),
                row.deployed().version(),
                row.name(),
                row.description(),
                row.deployedAt(),
                users.projectsOf(row.deployed().key()),
                row.retired());
    }

    private static ProblemException refusal(List<PipelineProblem> problems) {
        return new ProblemException(
                ProblemType.INVALID,
                "The pipeline is not valid.",
                "Mend what is listed and deploy it again.",
                problems.stream()
                        .map(problem -> (problem.element().isEmpty() ? "" : problem.element() + ": ")
                                + problem.problem() + " " + problem.remedy())
                        .toList());
    }

    private static ProblemException unknown(String what) {
        return new ProblemException(
                ProblemType.NOT_FOUND, "There is no pipeline " + what + ".", "List the pipelines to find its key.");
    }

    /** A version of a pipeline, and how the engine calls it. */
    public record Deployed(String key, int version, String definitionId) {}
}
