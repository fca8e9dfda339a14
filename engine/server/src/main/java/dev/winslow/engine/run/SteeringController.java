package dev.winslow.engine.run;

import dev.winslow.api.Paths;
import dev.winslow.api.run.ChangeVariables;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.JumpPreview;
import dev.winslow.api.run.RunView;
import dev.winslow.api.variable.VariableView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.RUNS + "/{id}")
class SteeringController {
    private final Steering steering;
    private final RunService runs;
    private final Runs all;
    private final RunVariables variables;

    SteeringController(Steering steering, RunService runs, Runs all, RunVariables variables) {
        this.steering = steering;
        this.runs = runs;
        this.all = all;
        this.variables = variables;
    }

    /** What a jump to this step would do now; nothing is changed. */
    @GetMapping("/jump")
    JumpPreview preview(@PathVariable UUID id, @RequestParam String to) {
        return steering.preview(id, to);
    }

    @PostMapping("/jump")
    RunView jump(@PathVariable UUID id, @RequestBody Jump jump) {
        steering.jump(id, jump);
        return show(id);
    }

    @PostMapping("/steps/{stepId}/skip")
    RunView skip(
            @PathVariable UUID id,
            @PathVariable String stepId,
            @RequestBody(required = false) @Nullable ChangeVariables request) {
        steering.skip(
                id,
                stepId,
                Optional.ofNullable(request).map(ChangeVariables::variables).orElse(Map.of()));
        return show(id);
    }

    /** What the run's stages see, with where each value comes from. */
    @GetMapping("/variables")
    List<VariableView> variables(@PathVariable UUID id) {
        return variables.views(all.require(id));
    }

    @PatchMapping("/variables")
    RunView changeVariables(@PathVariable UUID id, @RequestBody ChangeVariables request) {
        steering.changeVariables(id, request.variables());
        return show(id);
    }

    /** What a level below the run says counts again. */
    @DeleteMapping("/variables/{name}")
    RunView removeVariable(@PathVariable UUID id, @PathVariable String name) {
        steering.removeVariable(id, name);
        return show(id);
    }

    private RunView show(UUID id) {
        return runs.find(id).orElseThrow();
    }
}
