package dev.winslow.engine.run;

import dev.winslow.api.Paths;
import dev.winslow.api.run.ChangeVariables;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.JumpPreview;
import dev.winslow.api.run.RunView;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    SteeringController(Steering steering, RunService runs) {
        this.steering = steering;
        this.runs = runs;
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

    @PatchMapping("/variables")
    RunView changeVariables(@PathVariable UUID id, @RequestBody ChangeVariables request) {
        steering.changeVariables(id, request.variables());
        return show(id);
    }

    private RunView show(UUID id) {
        return runs.find(id).orElseThrow();
    }
}
