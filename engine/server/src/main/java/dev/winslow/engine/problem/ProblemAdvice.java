package dev.winslow.engine.problem;

import dev.winslow.api.problem.Problem;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.minio.StorageUnavailable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what goes wrong below the HTTP API into problem details. */
@RestControllerAdvice(annotations = RestController.class)
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> expected(ProblemException e) {
        return answer(e.type(), e.type().status(), String.valueOf(e.getMessage()), e.remedy(), e.errors());
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Problem> unreadable(Exception e) {
        return answer(
                ProblemType.INVALID,
                ProblemType.INVALID.status(),
                "The request could not be read: " + firstLine(e),
                "Compare it with the description of the API under /api/docs.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> storageAway(StorageUnavailable e) {
        log.warn("The object storage is away: {}", e.getMessage());
        return answer(
                ProblemType.INTERNAL,
                503,
                "The object storage does not answer.",
                "Try again in a moment; if it stays so, an operator must look at the storage.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> bug(Exception e) {
        if (e instanceof ErrorResponse response) {
            return answer(
                    ProblemType.INVALID,
                    response.getStatusCode().value(),
                    String.valueOf(e.getMessage()),
                    "Compare the request with the description of the API under /api/docs.",
                    List.of());
        }
        ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(e.getClass(), ResponseStatus.class);
        log.error("A request failed", e);
        return answer(
                ProblemType.INTERNAL,
                status == null ? 500 : status.code().value(),
                "Winslow failed on this request: " + firstLine(e),
                "Nothing was changed. The server's log tells more.",
                List.of());
    }

    private static ResponseEntity<Problem> answer(
            ProblemType type, int status, String detail, String remedy, List<String> errors) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(type.uri(), title(type), status, detail, remedy, errors));
    }

    private static String title(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "Not found";
            case INVALID -> "The request is not valid";
            case CONFLICT -> "Not possible in this state";
            case STALE_LEASE -> "The lease has ended";
            case UNAUTHORIZED -> "Not signed in";
            case FORBIDDEN -> "Not allowed";
            case INTERNAL -> "Winslow could not do it";
        };
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }
}
