package dev.winslow.engine.trial;

import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.Everyone;
import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.api.project.CreateProject;
import dev.winslow.engine.Ids;
import dev.winslow.engine.access.AccessService;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineService.Deployment;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs drafts of pipelines on a sample. A draft is deployed under a key of its own that no list shows, and runs in a project that its author alone
 * sees; there the next try at it runs, too, so that what has not changed is taken over. With the project all of it goes. See docs/decisions/0054.
 */
@Service
public class Trials {
    private static final Logger log = LoggerFactory.getLogger(Trials.class);
    private static final String TAG = "trial";
    /** Of a project. */
    private static final int LONGEST_NAME = 200;

    private final TrialRepository repository;
    private final PipelineService pipelines;
    private final ProjectService projects;
    private final AccessService access;
    private final RunService runs;
    private final TransactionTemplate transactions;

    Trials(
            TrialRepository repository,
            PipelineService pipelines,
            ProjectService projects,
            AccessService access,
            RunService runs,
            TransactionTemplate transactions) {
        this.repository = repository;
        this.pipelines = pipelines;
        this.projects = projects;
        this.access = access;
        this.runs = runs;
        this.transactions = transactions;
    }

    /** What came of making a draft ready to be tried. */
    public sealed interface Prepared {
        /** The project that it can be run in, for which a sample may be sent. */
        record Ready(UUID project) implements Prepared {}

        record Refused(List<PipelineProblem> problems) implements Prepared {}
    }

    /** The project in which this person tries drafts with this key. */
    public Optional<UUID> projectOf(String draftedKey, String owner) {
        return repository.projectOf(draftedKey, owner);
    }

    /** Deploys the draft for its author's trial; a trial that still runs is ended. */
    public Prepared prepare(String xml, String owner) {
        removeWhatIsLeft();
        return Objects.requireNonNull(transactions.execute(status -> {
            // Two tries at once of the same person would make two projects.
            pipelines.lock();
            Prepared prepared = deploy(xml, owner);
            if (prepared instanceof Prepared.Refused) {
                status.setRollbackOnly();
            }
            return prepared;
        }));
    }

    /** With the pipeline in the same transaction as its project, so that nobody takes it for unused. */
    private Prepared deploy(String xml, String owner) {
        Optional<UUID> before = pipelines.keyOf(xml).flatMap(key -> projectOf(key, owner));
        before.ifPresent(this::endRun);
        String key = before.map(id -> projects.require(id).pipelineKey()).orElseGet(() -> "trial-" + Ids.next());
        return switch (pipelines.deployTrial(xml, key)) {
            case Deployment.Refused(var problems) -> new Prepared.Refused(problems);
            case Deployment.Deployed(var version) -> new Prepared.Ready(before.orElseGet(() -> make(version)));
        };
    }

    private UUID make(PipelineVersion version) {
        UUID project = projects.create(new CreateProject(name(version), version.key(), List.of(TAG)))
                .id();
        access.change(project, ChangeAccess.everyone(Everyone.NOTHING), Viewer.current());
        return project;
    }

    private static String name(PipelineVersion version) {
        String name = version.name();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private void endRun(UUID project) {
        runs.ofProject(project).stream()
                .filter(run -> run.endedAt().isEmpty())
                .forEach(run -> runs.cancel(run.id(), "another trial begins"));
    }

    /** What cannot be removed now is tried again with the next trial; it keeps nobody from working. */
    @EventListener(ApplicationReadyEvent.class)
    void removeWhatIsLeft() {
        try {
            pipelines.removeUnusedTrials();
        } catch (RuntimeException e) {
            log.warn("Trials that nobody has any longer could not be removed", e);
        }
    }
}
