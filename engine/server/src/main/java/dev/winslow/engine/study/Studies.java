package dev.winslow.engine.study;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.study.StartStudy;
import dev.winslow.engine.Ids;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.history.Actor;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.study.Study.Member;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts all runs of a study at once, or none of them. */
@Component
public class Studies {
    private static final Logger log = LoggerFactory.getLogger(Studies.class);

    private final StudyRepository repository;
    private final StudyCheck check;
    private final ProjectService projects;
    private final RunService runs;
    private final Events events;
    private final InstantSource clock;

    Studies(
            StudyRepository repository,
            StudyCheck check,
            ProjectService projects,
            RunService runs,
            Events events,
            InstantSource clock) {
        this.projects = projects;
        this.repository = repository;
        this.check = check;
        this.runs = runs;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    @Needs(Right.CHANGE)
    public UUID start(UUID projectId, StartStudy request) {
        // Before anything refers to the project: two studies that start at once take turns.
        projects.requireLocked(projectId);
        Combinations combinations = check.combinations(projectId, request);
        Study study = new Study(
                Ids.next(),
                projectId,
                name(request, combinations),
                combinations.parameters(),
                check.withoutSecrets(projectId, request.variables()),
                clock.instant(),
                Actor.current().name());
        List<Map<String, String>> all = combinations.all();
        repository.insert(study);
        events.ofProject(projectId, EventKind.STUDY_STARTED, details(study, all.size()));
        List<UUID> started = runs.startAll(
                projectId,
                study.id(),
                all.stream().map(parameters -> run(request, parameters)).toList());
        IntStream.range(0, all.size())
                .forEach(i -> repository.insert(study.id(), new Member(i + 1, started.get(i), all.get(i))));
        return study.id();
    }

    private static StartRun run(StartStudy request, Map<String, String> parameters) {
        Map<String, String> variables = new HashMap<>(request.variables());
        variables.putAll(parameters);
        return new StartRun(variables, request.step(), request.workspace(), request.pauseAfter());
    }

    Study require(UUID id) {
        return repository
                .find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no study " + id + ".", "List the studies of the project."));
    }

    /** Ends those of its runs that have not ended; each for itself, so that one that cannot be ended keeps none of the others. */
    @Needs(value = Right.CHANGE, of = Subject.STUDY)
    public void cancel(UUID id) {
        Study study = require(id);
        List<UUID> members = repository.members(List.of(id)).getOrDefault(id, List.of()).stream()
                .map(Member::runId)
                .toList();
        long cancelled = members.stream().filter(this::cancelRun).count();
        if (cancelled > 0) {
            events.ofProject(study.projectId(), EventKind.STUDY_CANCELLED, details(study, cancelled));
        }
    }

    /** False where it had ended before. */
    private boolean cancelRun(UUID run) {
        try {
            runs.cancel(run, "its study was cancelled");
            return true;
        } catch (ProblemException refused) {
            if (refused.type() != ProblemType.CONFLICT) {
                log.error("Run {} of a study could not be cancelled", run, refused);
            }
            return false;
        } catch (RuntimeException failed) {
            log.error("Run {} of a study could not be cancelled", run, failed);
            return false;
        }
    }

    private static Map<String, String> details(Study study, long count) {
        return Map.of("study", study.id().toString(), "name", study.name(), "runs", "" + count);
    }

    private static String name(StartStudy request, Combinations combinations) {
        String names = combinations.names();
        String name = request.name()
                .map(String::strip)
                .filter(given -> !given.isEmpty())
                .orElseGet(() -> names.substring(0, Math.min(200, names.length())));
        return Optional.of(name)
                .filter(text -> text.length() <= 200)
                .orElseThrow(() -> ValueList.invalid(
                        "The name of a study has at most 200 characters.", "Give it a shorter name."));
    }
}
