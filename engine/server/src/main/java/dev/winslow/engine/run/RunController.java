package dev.winslow.engine.run;

import dev.winslow.api.Paths;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.run.ChangeVariables;
import dev.winslow.api.run.PauseRun;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RunController {
    private final RunService runs;

    RunController(RunService runs) {
        this.runs = runs;
    }

    @PostMapping(Paths.PROJECTS + "/{projectId}/runs")
    @ResponseStatus(HttpStatus.CREATED)
    RunView start(@PathVariable UUID projectId, @RequestBody(required = false) @Nullable StartRun request) {
        return runs.start(projectId, request == null ? StartRun.with(Map.of()) : request);
    }

    @GetMapping(Paths.PROJECTS + "/{projectId}/runs")
    List<RunView> ofProject(@PathVariable UUID projectId) {
        return runs.ofProject(projectId);
    }

    @GetMapping(Paths.RUNS + "/{id}")
    RunView show(@PathVariable UUID id) {
        return runs.find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no run " + id + ".", "List the runs of the project."));
    }

    @GetMapping(Paths.RUNS + "/{id}/attempts")
    List<AttemptView> attempts(@PathVariable UUID id) {
        return runs.attempts(id);
    }

    @PostMapping(Paths.RUNS + "/{id}/pause")
    RunView pause(@PathVariable UUID id, @RequestBody(required = false) @Nullable PauseRun request) {
        runs.pause(id, Optional.ofNullable(request).flatMap(PauseRun::after));
        return show(id);
    }

    @PostMapping(Paths.RUNS + "/{id}/resume")
    RunView resume(@PathVariable UUID id, @RequestBody(required = false) @Nullable ChangeVariables request) {
        runs.resume(
                id, Optional.ofNullable(request).map(ChangeVariables::variables).orElse(Map.of()));
        return show(id);
    }

    @PostMapping(Paths.RUNS + "/{id}/cancel")
    RunView cancel(@PathVariable UUID id) {
        runs.cancel(id, "cancelled by a person");
        return show(id);
    }

    @PostMapping(Paths.RUNS + "/{id}/steps/{stepId}/retry")
    RunView retry(@PathVariable UUID id, @PathVariable String stepId) {
        runs.retry(id, stepId);
        return show(id);
    }
}
