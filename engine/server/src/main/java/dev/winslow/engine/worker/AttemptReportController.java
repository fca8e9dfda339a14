package dev.winslow.engine.worker;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.problem.Problem;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.api.worker.LogBatch;
import dev.winslow.api.worker.LogReceipt;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.OutcomeReceipt;
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
import dev.winslow.engine.stage.OutcomeGroups;
import dev.winslow.engine.stage.Outcomes;
import dev.winslow.engine.stage.Outcomes.Ending;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final OutcomeGroups groups;
    private final AttemptUploads uploads;
    private final LogService logs;
    private final Asking asking;

    AttemptReportController(
            AttemptReports reports,
            Outcomes outcomes,
            OutcomeGroups groups,
            AttemptUploads uploads,
            LogService logs,
            Asking asking) {
        this.reports = reports;
        this.outcomes = outcomes;
        this.groups = groups;
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

    @PostMapping(Paths.OUTCOMES)
    List<OutcomeReceipt> outcomes(@RequestBody List<AttemptOutcome> reports) {
        if (reports.size() > Paths.MOST_OUTCOMES) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Expected at most %d outcomes, but these are %d.".formatted(Paths.MOST_OUTCOMES, reports.size()),
                    "Report the others in further calls.");
        }
        if (reports.stream().anyMatch(Objects::isNull)) {
            throw new ProblemException(
                    ProblemType.INVALID, "Expected outcomes, but one of them is null.", "Leave it out.");
        }
        if (reports.stream().map(AttemptOutcome::attemptId).distinct().count() < reports.size()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Expected outcomes of different attempts, but some are of the same.",
                    "Report them one after the other.");
        }
        Map<UUID, Ending> endings = groups.end(reports);
        return reports.stream()
                .map(AttemptOutcome::attemptId)
                .map(attempt -> new OutcomeReceipt(
                        attempt,
                        refusal(Objects.requireNonNull(endings.get(attempt))).map(AttemptReportController::problem)))
                .toList();
    }

    private static Problem problem(RuntimeException failure) {
        if (failure instanceof ProblemException refusal) {
            return refusal.problem();
        }
        return new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "The outcome could not be taken now; nothing was changed.",
                        "Report it again in a few seconds; if it stays, the server's log tells more.")
                .problem();
    }

    @PostMapping(Paths.ATTEMPT_OUTCOME)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void outcome(@PathVariable UUID id, @RequestBody Outcome outcome) {
        refusal(outcomes.end(id, outcome)).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private static Optional<RuntimeException> refusal(Ending ending) {
        return switch (ending) {
            case Ending.Accepted accepted -> Optional.empty();
            case Ending.Stale() -> Optional.of(stale());
            case Ending.FilesMissing(List<String> paths) ->
                Optional.of(new ProblemException(
                        ProblemType.CONFLICT,
                        "The storage lacks files that the report names.",
                        "Send them and report again.",
                        paths));
            case Ending.Untaken(RuntimeException failure) -> Optional.of(failure);
        };
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
