package dev.winslow.engine.variable;

import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.variable.Origin;
import dev.winslow.api.variable.SetVariable;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.Project;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The variables of all projects and of each, and how the levels lie over each other. */
@Service
public class Variables {
    private static final String GLOBAL = "global";

    private final VariableRepository repository;
    private final InstantSource clock;
    private final Events events;
    private final SecretNames secrets;

    Variables(VariableRepository repository, InstantSource clock, Events events, SecretNames secrets) {
        this.repository = repository;
        this.clock = clock;
        this.events = events;
        this.secrets = secrets;
    }

    public Levels global() {
        return new Levels().with(Origin.GLOBAL, repository.of(GLOBAL));
    }

    public Levels ofProject(UUID project) {
        return ofProject(repository.of(List.of(GLOBAL, project.toString())), project);
    }

    private static Levels ofProject(Map<String, List<Variable>> scopes, UUID project) {
        return new Levels()
                .with(Origin.GLOBAL, scopes.getOrDefault(GLOBAL, List.of()))
                .with(Origin.PROJECT, scopes.getOrDefault(project.toString(), List.of()));
    }

    /** As {@link #ofProject(UUID)}; what its pipeline calls secret is a secret there as well. */
    public Levels ofProject(Project project) {
        return ofProject(project.id()).secret(secrets.ofPipeline(project.pipelineKey()));
    }

    /** What the stages of a run see, before their own settings. */
    public Levels ofRun(UUID project, PipelineSpec pipeline, Map<String, String> ofRun) {
        return ofRun(ofProject(project), pipeline, ofRun);
    }

    private static Levels ofRun(Levels ofProject, PipelineSpec pipeline, Map<String, String> ofRun) {
        return ofProject
                .with(Origin.PIPELINE, pipeline.variables())
                .with(Origin.RUN, ofRun)
                .secret(pipeline.secrets());
    }

    /** As {@link #ofRun} for many runs, with one query for all. */
    public Map<UUID, Levels> ofRuns(Collection<OfRun> runs) {
        Map<String, List<Variable>> scopes = repository.of(Stream.concat(
                        Stream.of(GLOBAL),
                        runs.stream().map(run -> run.project().toString()))
                .distinct()
                .toList());
        return runs.stream()
                .collect(Collectors.toMap(
                        OfRun::run, run -> ofRun(ofProject(scopes, run.project()), run.pipeline(), run.own())));
    }

    /** @param own the variables of the run itself */
    public record OfRun(UUID run, UUID project, PipelineSpec pipeline, Map<String, String> own) {}

    @Transactional
    public void setGlobal(String name, SetVariable variable) {
        Variable valid = valid(name, variable);
        Optional<Variable> old = find(GLOBAL, name);
        boolean secret = valid.secret() || secrets.contains(name);
        repository.put(GLOBAL, valid, clock.instant());
        events.sharedVariable(name, old.map(Variable::value), Optional.of(valid.value()), secret);
    }

    @Transactional
    @Needs(Right.CHANGE)
    public void set(UUID project, String name, SetVariable variable) {
        Variable valid = valid(name, variable);
        Optional<Variable> old = find(project.toString(), name);
        boolean secret = valid.secret() || secrets.contains(name);
        repository.put(project.toString(), valid, clock.instant());
        events.variable(project, name, old.map(Variable::value), Optional.of(valid.value()), secret);
    }

    @Transactional
    public void removeGlobal(String name) {
        Optional<Variable> old = find(GLOBAL, name);
        boolean secret = secrets.contains(name);
        requireRemoved(repository.remove(GLOBAL, name), name);
        events.sharedVariable(name, old.map(Variable::value), Optional.empty(), secret);
    }

    @Transactional
    @Needs(Right.CHANGE)
    public void remove(UUID project, String name) {
        Optional<Variable> old = find(project.toString(), name);
        boolean secret = secrets.contains(name);
        requireRemoved(repository.remove(project.toString(), name), name);
        events.variable(project, name, old.map(Variable::value), Optional.empty(), secret);
    }

    private Optional<Variable> find(String scope, String name) {
        return repository.of(scope).stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    void removeAll(UUID project) {
        repository.removeAll(project.toString());
    }

    private static Variable valid(String name, SetVariable variable) {
        VariableName.require(name);
        return new Variable(name, variable.value(), variable.secret().orElse(false));
    }

    private static void requireRemoved(boolean removed, String name) {
        if (!removed) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no variable \"" + name + "\" at this level.",
                    "List the variables with their origins to see where it is set.");
        }
    }
}
