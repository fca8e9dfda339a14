package dev.winslow.engine.worker;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.LogBatch;
import dev.winslow.api.worker.LogReceipt;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.StateReport;
import dev.winslow.api.worker.UploadCompletion;
import dev.winslow.api.worker.UploadRequest;
import dev.winslow.engine.log.LogService;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.stage.Asking;
import dev.winslow.engine.stage.Attempt;
import dev.winslow.engine.stage.AttemptReports;
import dev.winslow.engine.stage.AttemptUploads;
import dev.winslow.engine.stage.LeaseCheck;
import dev.winslow.engine.stage.Outcomes;
import dev.winslow.engine.stage.Outcomes.Ending;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a node reports of its attempts. A stale lease is answered with 410 and changes nothing. */
@RestController
class AttemptReportController {
    private final AttemptReports reports;
    private final Outcomes outcomes;
    private final AttemptUploads uploads;
    private final LogService logs;
    private final Asking asking;

    AttemptReportController(
            AttemptReports reports, Outcomes outcomes, AttemptUploads uploads, LogService logs, Asking asking) {
        this.reports = reports;
        this.outcomes = outcomes;
        this.uploads = uploads;
        this.logs = logs;
        this.asking = asking;
    }

    @PostMapping(Paths.ATTEMPT_STATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void state(@PathVariable UUID id, @RequestBody StateReport report) {
        requireKnown(reports.report(id, report));
    }

    @PostMapping(Paths.ATTEMPT_LOG)
    LogReceipt log(@PathVariable UUID id, @RequestBody LogBatch batch) {
        requireKnown(reports.check(id, batch.leaseToken()));
        return logs.append(id, batch.lines());
    }

    @PostMapping(Paths.ATTEMPT_UPLOADS)
    UploadTicket beginUpload(@PathVariable UUID id, @RequestBody UploadRequest request) {
        return uploads.begin(requireHeld(reports.check(id, request.leaseToken())), request.file());
    }

    @PostMapping(Paths.ATTEMPT_UPLOAD_COMPLETION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void completeUpload(@PathVariable UUID id, @RequestBody UploadCompletion completion) {
        uploads.complete(requireHeld(reports.check(id, completion.leaseToken())), completion);
    }

    @PostMapping(Paths.ATTEMPT_QUESTIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@PathVariable UUID id, @RequestBody Ask ask) {
        asking.ask(requireHeld(reports.check(id, ask.leaseToken())), ask);
    }

    @PostMapping(Paths.ATTEMPT_OUTCOME)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void outcome(@PathVariable UUID id, @RequestBody Outcome outcome) {
        switch (outcomes.end(id, outcome)) {
            case Ending.Accepted accepted -> {}
            case Ending.Stale() -> throw stale();
            case Ending.FilesMissing(List<String> paths) ->
                throw new ProblemException(
                        ProblemType.CONFLICT,
                        "The storage lacks files that the report names.",
                        "Send them and report again.",
                        paths);
        }
    }

    private static void requireKnown(LeaseCheck check) {
        if (check instanceof LeaseCheck.Stale) {
            throw stale();
        }
    }

    static Attempt requireHeld(LeaseCheck check) {
        return switch (check) {
            case LeaseCheck.Held(Attempt attempt) -> attempt;
            case LeaseCheck.Ended ended -> throw stale();
            case LeaseCheck.Stale stale -> throw stale();
        };
    }

    static ProblemException stale() {
        return new ProblemException(
                ProblemType.STALE_LEASE,
                "Expected the token of the attempt's lease, but this lease has ended.",
                "Stop the attempt and forget it; its stage runs elsewhere or was aborted.");
    }
}
