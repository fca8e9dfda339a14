package dev.winslow.engine.pipeline;

import dev.winslow.api.Paths;
import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.api.pipeline.PipelineView;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pipelines over HTTP. */
@RestController
@RequestMapping(Paths.PIPELINES)
class PipelineController {
    private final PipelineService pipelines;
    private final ObjectProvider<PipelineUsers> users;

    PipelineController(PipelineService pipelines, ObjectProvider<PipelineUsers> users) {
        this.pipelines = pipelines;
        this.users = users;
    }

    @GetMapping
    List<PipelineView> list() {
        return pipelines.list().stream().map(this::view).toList();
    }

    @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    PipelineView deploy(@RequestBody String xml) {
        return switch (pipelines.deploy(xml)) {
            case PipelineService.Deployment.Deployed(var version) -> view(version);
            case PipelineService.Deployment.Refused(var problems) ->
                throw new ProblemException(
                        ProblemType.INVALID,
                        "The pipeline was not accepted.",
                        "Correct what is listed under errors and deploy it again.",
                        problems.stream().map(PipelineController::sentence).toList());
        };
    }

    private static String sentence(PipelineProblem problem) {
        String where = problem.element().isEmpty() ? "" : problem.element() + ": ";
        return where + problem.problem() + ". " + problem.remedy();
    }

    @GetMapping("/{key}")
    PipelineView newest(@PathVariable("key") String key) {
        return view(pipelines.newest(key).orElseThrow(() -> unknown(key)));
    }

    @GetMapping(path = "/{key}/versions/{version}/xml", produces = MediaType.APPLICATION_XML_VALUE)
    String xml(@PathVariable("key") String key, @PathVariable("version") int version) {
        return pipelines
                .find(key, version)
                .flatMap(found -> pipelines.xml(found.definitionId()))
                .orElseThrow(() -> unknown(key + " in version " + version));
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable("key") String key) {
        if (!pipelines.retire(key)) {
            throw unknown(key);
        }
    }

    private static ProblemException unknown(String what) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "There is no pipeline %s.".formatted(what),
                "List the pipelines to see their keys and versions.");
    }

    private PipelineView view(PipelineVersion version) {
        int projects = users.stream()
                .mapToInt(user -> user.countProjects(version.key()))
                .sum();
        return new PipelineView(
                version.key(),
                version.version(),
                version.name(),
                version.description(),
                version.deployedAt(),
                projects,
                version.retired());
    }
}
