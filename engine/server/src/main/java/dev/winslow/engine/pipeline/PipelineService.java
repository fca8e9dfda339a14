package dev.winslow.engine.pipeline;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.flowable.DefinitionRefused;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploys pipelines, finds their versions and tells what they say. */
@Service
public class PipelineService {
    private static final Logger log = LoggerFactory.getLogger(PipelineService.class);

    private final PipelineParser parser;
    private final PipelineRepository pipelines;
    private final ProcessKernel kernel;
    private final Events events;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    /** A version never changes, so what was read of it stays true. */
    private final Map<String, PipelineSpec> specs = new ConcurrentHashMap<>();

    PipelineService(
            PipelineParser parser,
            PipelineRepository pipelines,
            ProcessKernel kernel,
            Events events,
            TransactionTemplate transactions,
            ObjectProvider<InstantSource> time) {
        this.parser = parser;
        this.pipelines = pipelines;
        this.kernel = kernel;
        this.events = events;
        this.transactions = transactions;
        this.time = time.getIfAvailable(InstantSource::system);
    }

    /** Deploys the XML as a new version, or answers the newest version if it has the same bytes. A retired pipeline comes back so. */
    public Deployment deploy(String xml) {
        return switch (parser.read(xml)) {
            case PipelineReading.Invalid(var problems) -> new Deployment.Refused(problems);
            case PipelineReading.Valid(var spec)
            when pipelines.isTrial(spec.key()) ->
                new Deployment.Refused(List.of(new PipelineProblem(
                        spec.key(),
                        "The key %s is that of a trial".formatted(spec.key()),
                        "Give the pipeline a key of its own.")));
            case PipelineReading.Valid(var spec) -> tryToDeploy(() -> deployByAPerson(spec, xml));
        };
    }

    private PipelineVersion deployByAPerson(PipelineSpec spec, String xml) {
        pipelines.lock();
        Optional<PipelineVersion> before = pipelines.newest(spec.key());
        PipelineVersion version = deploy(spec, xml, "");
        if (before.map(PipelineVersion::version).equals(Optional.of(version.version()))) {
            tellThatItIsBack(before);
        } else {
            events.administrative(
                    EventKind.PIPELINE_DEPLOYED,
                    Map.of("pipeline", spec.key(), "version", String.valueOf(version.version())));
        }
        return version;
    }

    /** Deploys a draft under a key that no list shows, whatever key it has. */
    public Deployment deployTrial(String xml, String trialKey) {
        return switch (parser.read(xml)) {
            case PipelineReading.Invalid(var problems) -> new Deployment.Refused(problems);
            case PipelineReading.Valid(var spec) ->
                tryToDeploy(() -> deployDraft(spec.key(), Renaming.of(xml, trialKey)));
        };
    }

    private PipelineVersion deployDraft(String draftedKey, String xml) {
        return deploy(parser.readAccepted(xml).orElseThrow(), xml, draftedKey);
    }

    /** The key that the XML has; nothing where it would be refused. */
    public Optional<String> keyOf(String xml) {
        return parser.read(xml) instanceof PipelineReading.Valid(var spec) ? Optional.of(spec.key()) : Optional.empty();
    }

    /** Lets one transaction at a time deploy. */
    public void lock() {
        pipelines.lock();
    }

    /** Whether a project may begin with it: that of a trial is for the trial's own project. */
    public boolean isForProjects(String key) {
        return !pipelines.isTrial(key) || pipelines.unusedTrials().contains(key);
    }

    /** Refuses a pipeline that no project may begin with, because it is retired or there is none of this key. */
    public void requireForProjects(String key) {
        PipelineVersion newest = newest(key)
                .filter(found -> isForProjects(key))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID,
                        "There is no pipeline \"" + key + "\".",
                        "Choose one of the pipelines that are deployed, or deploy it first."));
        if (newest.retired()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "The pipeline \"" + key + "\" is retired.",
                    "Choose another one, or bring it back first: ./winslow pipeline restore " + key + ".");
        }
    }

    /** Removes those trials that no project has any longer. */
    @Transactional
    public void removeUnusedTrials() {
        pipelines.lock();
        pipelines.unusedTrials().forEach(key -> {
            pipelines.versions(key).forEach(version -> {
                kernel.remove(version.definitionId());
                specs.remove(version.definitionId());
            });
            pipelines.delete(key);
        });
    }

    /**
     * Deploys what comes with Winslow. What was deployed once is not deployed again, and where a person has deployed another version since, theirs
     * stays the newest; so does what they retired.
     */
    Deployment deployBundled(String xml) {
        return switch (parser.read(xml)) {
            case PipelineReading.Invalid(var problems) -> new Deployment.Refused(problems);
            case PipelineReading.Valid(var spec) -> tryToDeploy(() -> deployBundled(spec, xml));
        };
    }

    private PipelineVersion deployBundled(PipelineSpec spec, String xml) {
        pipelines.lock();
        Optional<PipelineVersion> newest = pipelines.newest(spec.key());
        if (newest.isPresent() && pipelines.xmlOfAll(spec.key()).contains(xml)) {
            return newest.get();
        }
        if (newest.isPresent() && (newest.get().retired() || !isBundled(newest.get()))) {
            log.info(
                    "This release comes with another version of the pipeline {}; version {}, which a person has deployed or retired, stays",
                    spec.key(),
                    newest.get().version());
            return newest.get();
        }
        PipelineVersion version = deploy(spec, xml, "");
        pipelines.setBundled(version);
        return version;
    }

    /** Also where a person went back to what came with Winslow. */
    private boolean isBundled(PipelineVersion version) {
        return xml(version.definitionId())
                .filter(pipelines.xmlOfBundled(version.key())::contains)
                .isPresent();
    }

    private Deployment tryToDeploy(Supplier<PipelineVersion> deployment) {
        try {
            return new Deployment.Deployed(Objects.requireNonNull(transactions.execute(status -> deployment.get())));
        } catch (DefinitionRefused refused) {
            return new Deployment.Refused(List.of(new PipelineProblem(
                    "",
                    "The process engine refuses it: " + refused.getMessage(),
                    "Correct it, or export it anew from a BPMN editor.")));
        }
    }

    private PipelineVersion deploy(PipelineSpec spec, String xml, String trialOf) {
        pipelines.lock();
        var definition = kernel.deploy(spec.key(), spec.name(), xml);
        pipelines.setRetired(spec.key(), false);
        return pipelines.find(spec.key(), definition.version()).orElseGet(() -> {
            var version = new PipelineVersion(
                    spec.key(),
                    definition.version(),
                    definition.definitionId(),
                    spec.name(),
                    spec.description(),
                    time.instant(),
                    false);
            pipelines.add(version, xml, trialOf);
            return version;
        });
    }

    /** The newest version of each pipeline, by name, the retired among them, and without trials. */
    public List<PipelineVersion> list() {
        return pipelines.newestOfEach();
    }

    /** Whether a pipeline, or the trial of one, makes this name's values secret. */
    public boolean hasSecret(String name) {
        return Stream.concat(list().stream(), pipelines.newestOfTrials().stream())
                .flatMap(newest -> spec(newest.definitionId()).stream())
                .anyMatch(spec -> spec.secrets().contains(name));
    }

    public Optional<PipelineVersion> newest(String key) {
        return pipelines.newest(key);
    }

    public Optional<PipelineVersion> find(String key, int version) {
        return pipelines.find(key, version);
    }

    /** The newest first. */
    public List<PipelineVersion> versions(String key) {
        return pipelines.versions(key);
    }

    /** What keeps the XML from being accepted, as far as that can be said without the process engine. */
    public List<PipelineProblem> check(String xml) {
        return parser.read(xml) instanceof PipelineReading.Invalid(var problems) ? problems : List.of();
    }

    /** The XML as its author wrote it. */
    public Optional<String> xml(String definitionId) {
        return pipelines.xml(definitionId);
    }

    /** What a deployed version says of its stages and tasks. */
    public Optional<PipelineSpec> spec(String definitionId) {
        var known = Optional.ofNullable(specs.get(definitionId));
        return known.isPresent()
                ? known
                : xml(definitionId).flatMap(parser::readAccepted).map(spec -> {
                    specs.put(definitionId, spec);
                    return spec;
                });
    }

    /** Keeps a pipeline from new projects and runs; what runs goes on. False if there is none of this key. */
    @Transactional
    public boolean retire(String key) {
        pipelines.lock();
        Optional<PipelineVersion> before = pipelines.newest(key);
        pipelines.setRetired(key, true);
        before.filter(newest -> !newest.retired())
                .ifPresent(newest -> events.administrative(EventKind.PIPELINE_RETIRED, Map.of("pipeline", key)));
        return before.isPresent();
    }

    /** Lets a retired pipeline start runs again. False if there is none of this key. */
    @Transactional
    public boolean restore(String key) {
        pipelines.lock();
        Optional<PipelineVersion> before = pipelines.newest(key);
        pipelines.setRetired(key, false);
        tellThatItIsBack(before);
        return before.isPresent();
    }

    private void tellThatItIsBack(Optional<PipelineVersion> before) {
        before.filter(PipelineVersion::retired)
                .ifPresent(
                        newest -> events.administrative(EventKind.PIPELINE_RESTORED, Map.of("pipeline", newest.key())));
    }

    /** What came of a deployment. */
    public sealed interface Deployment {
        record Deployed(PipelineVersion version) implements Deployment {}

        record Refused(List<PipelineProblem> problems) implements Deployment {}
    }
}
