package dev.winslow.engine.run;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.run.MigrationPreview;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.flowable.ProcessKernel.Token;
import dev.winslow.engine.flowable.RunMigrations;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes runs to other versions of their pipelines. */
@Service
public class Migration {
    private final Runs runs;
    private final RunRepository repository;
    private final ProcessKernel kernel;
    private final RunMigrations migrations;
    private final PipelineService pipelines;
    private final RunAttempts attempts;

    Migration(
            Runs runs,
            RunRepository repository,
            ProcessKernel kernel,
            RunMigrations migrations,
            PipelineService pipelines,
            RunAttempts attempts) {
        this.runs = runs;
        this.repository = repository;
        this.kernel = kernel;
        this.migrations = migrations;
        this.pipelines = pipelines;
        this.attempts = attempts;
    }

    /** What it would do now. */
    @Transactional(readOnly = true)
    public MigrationPreview preview(UUID runId, Optional<Integer> version) {
        Run run = runs.require(runId);
        PipelineVersion to = version(run, version);
        Optional<String> hindrance = hindrance(run, to);
        return new MigrationPreview(
                hindrance.isEmpty(),
                hindrance.orElseGet(() -> sentence(run, to)),
                run.pipeline().key(),
                run.pipeline().version(),
                to.version());
    }

    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public void migrate(UUID runId, Optional<Integer> version) {
        Run run = runs.lockOpen(runId);
        PipelineVersion to = version(run, version);
        hindrance(run, to).ifPresent(reason -> {
            throw new ProblemException(
                    ProblemType.CONFLICT, reason, "Nothing was changed; the run goes on with its version.");
        });
        List<Position> here = kernel.positions(runId);
        runs.withdrawQuestions(here);
        here.forEach(this::requeue);
        migrations.migrate(runId, to.definitionId());
        repository.setPipeline(runId, new Run.Pipeline(to.key(), to.version(), to.definitionId()));
        runs.tell(
                runId,
                EventKind.RUN_MIGRATED,
                Map.of("pipeline", to.key(), "old", "" + run.pipeline().version(), "new", "" + to.version()));
        runs.moved(runId);
    }

    /** What has failed is tried anew by the other version: that is what it was deployed for. */
    private void requeue(Position position) {
        if (position instanceof Position.Dead dead) {
            kernel.requeue(dead.jobId());
            attempts.forgive(dead.jobId());
        }
    }

    private PipelineVersion version(Run run, Optional<Integer> version) {
        String key = run.pipeline().key();
        return version.map(number -> pipelines.find(key, number))
                .orElseGet(() -> pipelines.newest(key))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no version %s of %s."
                                .formatted(version.map(Object::toString).orElse(""), key),
                        "List the versions of the pipeline."));
    }

    private Optional<String> hindrance(Run run, PipelineVersion to) {
        if (run.end().isPresent()) {
            return Optional.of("The run has ended (%s). Start a new run at any step: it goes by the newest version."
                    .formatted(run.end().get().state()));
        }
        if (run.pipeline().version() == to.version()) {
            return Optional.of(
                    "The run goes by version %d already. Deploy another, or name one of those that there are."
                            .formatted(to.version()));
        }
        Optional<String> pause = run.pauseAfter()
                .filter(step -> !spec(to.definitionId()).stepOrder().contains(step));
        if (pause.isPresent()) {
            return pause.map(step ->
                    ("The run is to pause after the step %s, which version %d does not have. Resume the run, or have it pause after another step, "
                                    + "and migrate then.")
                            .formatted(step, to.version()));
        }
        return MigrationPlan.hindrance(
                        spec(run.pipeline().definitionId()), spec(to.definitionId()), elements(run), running(run))
                .or(() -> refusal(run, to));
    }

    private Optional<String> refusal(Run run, PipelineVersion to) {
        List<String> said = migrations.hindrances(run.id(), to.definitionId());
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of("The process engine cannot: " + String.join("; ", said)
                        + ". Jump to another step and migrate then, or start a new run.");
    }

    private String sentence(Run run, PipelineVersion to) {
        PipelineSpec spec = spec(to.definitionId());
        List<String> passed = MigrationPlan.passedBy(spec(run.pipeline().definitionId()), spec, elements(run));
        List<String> failed = kernel.positions(run.id()).stream()
                .filter(Position.Dead.class::isInstance)
                .map(position -> spec.nameOf(position.stepId()))
                .toList();
        return "The run goes on with version %d at %s."
                        .formatted(
                                to.version(),
                                listed(elements(run).stream().map(spec::nameOf).toList()))
                + (failed.isEmpty() ? "" : " What has failed there is queued again: " + listed(failed) + ".")
                + (passed.isEmpty()
                        ? ""
                        : " New steps that lie behind it are not done, unless you jump back to them: " + listed(passed)
                                + ".");
    }

    private Set<String> elements(Run run) {
        return kernel.tokens(run.id()).stream().map(Token::elementId).collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> running(Run run) {
        return kernel.positions(run.id()).stream()
                .filter(Position.Claimed.class::isInstance)
                .map(Position::stepId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private PipelineSpec spec(String definitionId) {
        return pipelines.spec(definitionId).orElseThrow();
    }

    private static String listed(List<String> names) {
        return names.stream()
                .distinct()
                .sorted()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
    }
}
