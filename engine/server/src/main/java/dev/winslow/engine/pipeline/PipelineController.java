package dev.winslow.engine.pipeline;

import dev.winslow.api.Paths;
import dev.winslow.api.pipeline.PatternTrial;
import dev.winslow.api.pipeline.PipelineCheck;
import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.api.pipeline.PipelineView;
import dev.winslow.api.pipeline.TryPatterns;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
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
    private final PipelineHistory history;

    PipelineController(PipelineService pipelines, PipelineHistory history) {
        this.pipelines = pipelines;
        this.history = history;
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
        return view(pipelines.newest(key).orElseThrow(() -> PipelineHistory.unknown(key)));
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable("key") String key) {
        if (!pipelines.retire(key)) {
            throw PipelineHistory.unknown(key);
        }
    }

    /** Lets a retired pipeline start runs again. */
    @PostMapping("/{key}/restore")
    PipelineView restore(@PathVariable("key") String key) {
        pipelines.restore(key);
        return newest(key);
    }

    /** Says what is wrong with a pipeline without deploying it. The process engine may still find more when it is deployed. */
    @PostMapping(
            path = "/check",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    PipelineCheck check(@RequestBody String xml) {
        return new PipelineCheck(pipelines.check(xml));
    }

    /** Tries patterns on lines of a log. */
    @PostMapping("/patterns")
    PatternTrial tryPatterns(@RequestBody TryPatterns question) {
        return PatternTrials.of(question);
    }

    private PipelineView view(PipelineVersion version) {
        return new PipelineView(
                version.key(),
                version.version(),
                version.name(),
                version.description(),
                version.deployedAt(),
                history.countProjects(version.key()),
                version.retired());
    }
}
