package dev.winslow.engine.study;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.study.StudyRun;
import dev.winslow.api.study.StudySummary;
import dev.winslow.api.study.StudyView;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.run.RunStandings;
import dev.winslow.engine.run.RunStandings.Standing;
import dev.winslow.engine.study.Study.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws up studies: how their runs stand, and what came of each beside its parameters. As many queries as one run needs, however many there are. */
@Component
public class StudyViews {
    private final StudyRepository repository;
    private final RunStandings runs;
    private final FileService files;
    private final InstantSource clock;

    StudyViews(StudyRepository repository, RunStandings runs, FileService files, InstantSource clock) {
        this.repository = repository;
        this.runs = runs;
        this.files = files;
        this.clock = clock;
    }

    public List<StudySummary> ofProject(UUID projectId) {
        List<Study> studies = repository.ofProject(projectId);
        Map<UUID, List<Member>> members =
                repository.members(studies.stream().map(Study::id).toList());
        Map<UUID, RunState> states = runs.states(members.values().stream()
                .flatMap(List::stream)
                .map(Member::runId)
                .toList());
        return studies.stream()
                .map(study -> summary(study, members.getOrDefault(study.id(), List.of()), states))
                .toList();
    }

    public Optional<StudyView> find(UUID id) {
        return repository.find(id).map(this::of);
    }

    /** Of a project's study, where there is one. */
    public Optional<StudyView> find(UUID project, UUID id) {
        return repository
                .find(id)
                .filter(study -> study.projectId().equals(project))
                .map(this::of);
    }

    StudyView of(Study study) {
        List<Member> members = repository.members(List.of(study.id())).getOrDefault(study.id(), List.of());
        List<UUID> ids = members.stream().map(Member::runId).toList();
        Map<UUID, Standing> standings = runs.of(ids);
        Map<UUID, List<FileView>> outputs = files.outputs(ids);
        Instant now = clock.instant();
        Map<UUID, RunState> states = standings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, run -> run.getValue().state()));
        return new StudyView(
                summary(study, members, states),
                members.stream()
                        .flatMap(member -> Optional.ofNullable(standings.get(member.runId()))
                                .map(standing -> run(
                                        study, member, standing, outputs.getOrDefault(member.runId(), List.of()), now))
                                .stream())
                        .toList());
    }

    private static StudySummary summary(Study study, List<Member> members, Map<UUID, RunState> states) {
        Map<RunState, Integer> counts = new EnumMap<>(RunState.class);
        members.stream()
                .flatMap(member -> Optional.ofNullable(states.get(member.runId())).stream())
                .forEach(state -> counts.merge(state, 1, Integer::sum));
        return new StudySummary(
                study.id(),
                study.projectId(),
                study.name(),
                study.createdAt(),
                study.createdBy(),
                study.parameters(),
                counts);
    }

    private static StudyRun run(Study study, Member member, Standing standing, List<FileView> files, Instant now) {
        return new StudyRun(
                member.number(),
                member.runId(),
                member.parameters(),
                standing.state(),
                standing.startedAt(),
                standing.endedAt(),
                Duration.between(
                        standing.startedAt(),
                        standing.endedAt().or(standing::failedAt).orElse(now)),
                results(study, member, standing.variables()),
                files);
    }

    /** What the run was not started with. */
    private static Map<String, String> results(Study study, Member member, Map<String, String> now) {
        Map<String, String> results = new HashMap<>(now);
        results.entrySet().removeAll(study.fixed().entrySet());
        results.entrySet().removeAll(member.parameters().entrySet());
        return results;
    }
}
