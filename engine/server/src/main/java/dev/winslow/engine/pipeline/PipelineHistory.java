package dev.winslow.engine.pipeline;

import dev.winslow.api.pipeline.PipelineChange;
import dev.winslow.api.pipeline.PipelineContent;
import dev.winslow.api.pipeline.PipelineDiff;
import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.api.pipeline.PipelineVersionView;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.problem.ProblemException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Tells which versions a pipeline has had, how they differ, what they are made of, and who works with them. */
@Service
public class PipelineHistory {
    private final PipelineService pipelines;
    private final PipelineParser parser;
    private final ObjectProvider<PipelineUsers> users;

    PipelineHistory(PipelineService pipelines, PipelineParser parser, ObjectProvider<PipelineUsers> users) {
        this.pipelines = pipelines;
        this.parser = parser;
        this.users = users;
    }

    /** How many projects are based on the pipeline. */
    public int countProjects(String key) {
        return users.stream().mapToInt(user -> user.countProjects(key)).sum();
    }

    public List<PipelineUser> users(String key, Viewer viewer) {
        require(key);
        return users.stream()
                .flatMap(user -> user.usersOf(key, viewer).stream())
                .toList();
    }

    /** The newest first. */
    public List<PipelineVersionView> versions(String key) {
        require(key);
        List<Integer> open = users(key, Viewer.SYSTEM).stream()
                .flatMap(user -> user.openRuns().stream())
                .toList();
        return pipelines.versions(key).stream()
                .map(version -> new PipelineVersionView(
                        version.version(), version.name(), version.description(), version.deployedAt(), (int)
                                open.stream()
                                        .filter(number -> number == version.version())
                                        .count()))
                .toList();
    }

    public PipelineDiff diff(String key, int from, int to) {
        return new PipelineDiff(key, from, to, Comparison.of(xml(key, from), xml(key, to)));
    }

    /** What would change for runs that start after this XML was deployed; everything where its key is new. Nothing where it would be refused. */
    public List<PipelineChange> changesBy(String xml) {
        return switch (parser.read(xml)) {
            case PipelineReading.Invalid _ -> List.of();
            case PipelineReading.Valid(var spec) ->
                pipelines
                        .newest(spec.key())
                        .flatMap(newest -> pipelines.xml(newest.definitionId()))
                        .map(before -> Comparison.of(before, xml))
                        .orElse(List.of());
        };
    }

    public PipelineContent content(String key, int version) {
        PipelineSpec spec = pipelines
                .find(key, version)
                .flatMap(found -> pipelines.spec(found.definitionId()))
                .orElseThrow(() -> unknown(key + " in version " + version));
        Comparator<String> asTheFlowGoes = Comparator.comparingInt(spec.stepOrder()::indexOf);
        return new PipelineContent(
                key,
                version,
                shown(spec),
                spec.stages().stream()
                        .sorted(Comparator.comparing(StageSpec::id, asTheFlowGoes))
                        .map(PipelineHistory::stage)
                        .toList(),
                spec.tasks().stream()
                        .sorted(Comparator.comparing(TaskSpec::id, asTheFlowGoes))
                        .map(task -> new PipelineContent.Task(task.id(), task.name(), task.form()))
                        .toList());
    }

    private static Map<String, String> shown(PipelineSpec spec) {
        Map<String, String> shown = new HashMap<>(spec.variables());
        spec.secrets().forEach(name -> shown.put(name, Traits.SECRET));
        return shown;
    }

    private static PipelineContent.Stage stage(StageSpec stage) {
        return new PipelineContent.Stage(
                stage.id(),
                stage.name(),
                stage.image(),
                stage.arguments(),
                stage.environment(),
                stage.requirements(),
                new PipelineContent.Limits(stage.timeout(), stage.silence(), stage.retries()),
                stage.outputs().stream()
                        .map(output -> new PipelineContent.Output(output.path(), output.label(), output.optional()))
                        .toList());
    }

    /** The XML of a version as its author wrote it. */
    public String xml(String key, int version) {
        return pipelines
                .find(key, version)
                .flatMap(found -> pipelines.xml(found.definitionId()))
                .orElseThrow(() -> unknown(key + " in version " + version));
    }

    private void require(String key) {
        if (pipelines.newest(key).isEmpty()) {
            throw unknown(key);
        }
    }

    static ProblemException unknown(String what) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "There is no pipeline %s.".formatted(what),
                "List the pipelines to see their keys and versions.");
    }
}
