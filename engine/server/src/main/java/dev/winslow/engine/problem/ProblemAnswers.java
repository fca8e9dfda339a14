package dev.winslow.engine.problem;

import dev.winslow.api.problem.Problem;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.flowable.CannotGoOn;
import dev.winslow.minio.StorageRefused;
import dev.winslow.minio.StorageUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what a request ends with, wherever it was thrown, into {@code application/problem+json}. */
@RestControllerAdvice
class ProblemAnswers {
    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Problem> refused(ProblemException refusal) {
        return answer(refusal.problem());
    }

    /** Handed on to the servlet container, which closes the connection without an end of the answer. */
    @ExceptionHandler
    ResponseEntity<Problem> brokenOff(BrokenAnswer broken) {
        throw broken;
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException fault) {
        return answer(
                ProblemType.INVALID,
                400,
                BodyFault.of(Objects.requireNonNullElse(fault.getCause(), fault)),
                "Send what the description of the API names for this address.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> withoutStorage(StorageUnavailable failure, HttpServletRequest request) {
        log.warn("{} {} failed for want of storage", request.getMethod(), request.getRequestURI(), failure);
        Problem problem = new Problem(
                ProblemType.UNAVAILABLE.uri(),
                ProblemType.UNAVAILABLE.title(),
                ProblemType.UNAVAILABLE.status(),
                "The object storage does not answer, or not as it should; nothing was changed.",
                "Try again in a few seconds; if it stays, an operator looks after the storage.",
                List.of());
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Told with the storage's own words in the log only: they name buckets and keys. */
    @ExceptionHandler
    ResponseEntity<Problem> refusedByStorage(StorageRefused refusal, HttpServletRequest request) {
        log.warn("{} {} was refused by the storage", request.getMethod(), request.getRequestURI(), refusal);
        return refusal.concernsUpload()
                ? answer(
                        ProblemType.CONFLICT,
                        ProblemType.CONFLICT.status(),
                        "The object storage does not know this upload, or not these parts of it.",
                        "Begin the upload again.",
                        List.of())
                : answer(
                        ProblemType.INTERNAL,
                        ProblemType.INTERNAL.status(),
                        "The object storage refuses this for good.",
                        "An operator looks after the storage's credentials and buckets; the server's log tells more.",
                        List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> stuck(CannotGoOn refusal) {
        return answer(
                ProblemType.CONFLICT,
                ProblemType.CONFLICT.status(),
                "The run cannot go on behind this step: " + refusal.getMessage(),
                "Nothing was changed. Set the variables that the pipeline's conditions name, or correct the pipeline.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException fault) {
        return answer(
                ProblemType.INVALID,
                400,
                "'%s' is no value for %s.".formatted(fault.getValue(), fault.getName()),
                "Send a value of the type that the description of the API names.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> denied(AccessDeniedException denial) {
        return answer(
                ProblemType.FORBIDDEN,
                403,
                "You may not do this.",
                "Ask the owner of the project or an administrator.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> failed(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) {
            return answer(known);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(
                ProblemType.INTERNAL,
                500,
                "The server failed at this request.",
                "Try again; if it stays, the server's log tells more.",
                List.of());
    }

    private static ResponseEntity<Problem> answer(ErrorResponse known) {
        int status = known.getStatusCode().value();
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(candidate -> candidate.status() == status)
                .findFirst()
                .orElse(status < 500 ? ProblemType.INVALID : ProblemType.INTERNAL);
        String detail = Objects.requireNonNullElse(known.getBody().getDetail(), "The request was refused.");
        return answer(type, status, detail, "See the description of the API for this address.", List.of());
    }

    private static ResponseEntity<Problem> answer(
            ProblemType type, int status, String detail, String remedy, List<String> errors) {
        return answer(new Problem(type.uri(), type.title(), status, detail, remedy, errors));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
