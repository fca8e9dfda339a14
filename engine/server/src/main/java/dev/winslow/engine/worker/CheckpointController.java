package dev.winslow.engine.worker;

import dev.winslow.api.Paths;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.worker.SaveCheckpoint;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.stage.AttemptReports;
import dev.winslow.engine.stage.Checkpoints;
import dev.winslow.engine.stage.Checkpoints.Taken;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What running stages save for their next attempt. */
@RestController
class CheckpointController {
    private final AttemptReports reports;
    private final Checkpoints checkpoints;

    CheckpointController(AttemptReports reports, Checkpoints checkpoints) {
        this.reports = reports;
        this.checkpoints = checkpoints;
    }

    @PostMapping(Paths.ATTEMPT_CHECKPOINT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@PathVariable UUID id, @RequestBody SaveCheckpoint request) {
        switch (checkpoints.save(
                AttemptReportController.requireHeld(reports.check(id, request.leaseToken())), request)) {
            case Taken.Saved saved -> {}
            case Taken.Stale stale -> throw AttemptReportController.stale();
            case Taken.Missing(List<String> paths) ->
                throw new ProblemException(
                        ProblemType.CONFLICT,
                        "The storage lacks files of the checkpoint.",
                        "Send them and save it again.",
                        paths);
        }
    }
}
