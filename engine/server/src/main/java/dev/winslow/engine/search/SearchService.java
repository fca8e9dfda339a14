package dev.winslow.engine.search;

import dev.winslow.api.search.SearchHit;
import dev.winslow.api.search.SearchHit.Kind;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.engine.task.TaskService;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Finds what people look for by parts of names, the best first. */
@Service
public class SearchService {
    private static final int OF_EACH_KIND = 8;
    /** A part of an id says something from so many characters on. */
    private static final int SHORTEST_ID = 6;

    private final SearchRepository repository;
    private final PipelineService pipelines;
    private final TaskService tasks;

    SearchService(SearchRepository repository, PipelineService pipelines, TaskService tasks) {
        this.repository = repository;
        this.pipelines = pipelines;
        this.tasks = tasks;
    }

    public List<SearchHit> search(String typed, int limit, Viewer viewer) {
        Wanted wanted = Wanted.of(typed);
        if (wanted.isNothing()) {
            return List.of();
        }
        // More than are shown: those that have only one of several words go.
        int some = wanted.words().size() == 1 ? OF_EACH_KIND : OF_EACH_KIND * 8;
        String pattern = wanted.pattern();
        return Stream.of(
                        repository.projects(pattern, some, viewer),
                        tasks(viewer),
                        pipelines(),
                        repository.tags(pattern, some, viewer),
                        repository.nodes(pattern, some),
                        runs(wanted, viewer),
                        repository.files(pattern, some, viewer))
                .flatMap(hits ->
                        hits.stream().filter(hit -> isMeant(wanted, hit)).limit(OF_EACH_KIND * 2L))
                .sorted(Comparator.<SearchHit>comparingInt(hit -> wanted.rank(hit.title()))
                        .thenComparing(SearchHit::kind))
                .limit(limit)
                .toList();
    }

    /** All words are somewhere, and one in what it is called: not every stage of a pipeline is meant by the pipeline's name. */
    private static boolean isMeant(Wanted wanted, SearchHit hit) {
        return wanted.isIn(hit.title() + " " + hit.about() + " " + hit.id())
                && (hit.kind() == Kind.PROJECT || wanted.isPartlyIn(hit.title() + " " + hit.id()));
    }

    private List<SearchHit> runs(Wanted wanted, Viewer viewer) {
        return wanted.words().getFirst().length() < SHORTEST_ID
                ? List.of()
                : repository.runs(wanted.pattern(), OF_EACH_KIND, viewer);
    }

    private List<SearchHit> tasks(Viewer viewer) {
        return tasks.open(Optional.empty(), viewer).stream()
                .map(task -> new SearchHit(
                        Kind.TASK,
                        task.id().toString(),
                        task.name(),
                        "waits in " + task.projectName(),
                        "tasks/" + task.id()))
                .toList();
    }

    /** With the stages of their newest versions. */
    private List<SearchHit> pipelines() {
        return pipelines.list().stream()
                .flatMap(pipeline -> Stream.concat(Stream.of(hit(pipeline)), stages(pipeline)))
                .toList();
    }

    private static SearchHit hit(PipelineVersion pipeline) {
        return new SearchHit(
                Kind.PIPELINE,
                pipeline.key(),
                pipeline.name(),
                pipeline.key() + (pipeline.retired() ? ", retired" : ""),
                "pipelines/" + Addresses.encoded(pipeline.key()));
    }

    private Stream<SearchHit> stages(PipelineVersion pipeline) {
        return pipelines.spec(pipeline.definitionId()).stream()
                .flatMap(spec -> spec.stages().stream())
                .map(stage -> new SearchHit(
                        Kind.STAGE,
                        stage.id(),
                        stage.name(),
                        "stage of " + pipeline.name(),
                        "pipelines/" + Addresses.encoded(pipeline.key())));
    }
}
