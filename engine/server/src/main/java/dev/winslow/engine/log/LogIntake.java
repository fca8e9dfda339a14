package dev.winslow.engine.log;

import dev.winslow.api.problem.Problem;
import dev.winslow.api.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets few batches of lines in at a time, in the order in which they come, before they are read into memory: so stages that print much slow down
 * neither other requests nor each other for long, and the server's memory stays as it is. Workers that have to wait keep their lines on disk.
 */
@Component
class LogIntake extends OncePerRequestFilter {
    private static final Pattern BATCH = Pattern.compile("/api/v1/worker/attempts/[^/]+/log");
    private static final int AT_ONCE = 4;
    private static final long LARGEST_BYTES = 16L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore turns;
    private final Duration patience;
    private final JsonMapper json;

    @org.springframework.beans.factory.annotation.Autowired
    LogIntake(JsonMapper json) {
        this(json, AT_ONCE, PATIENCE);
    }

    LogIntake(JsonMapper json, int atOnce, Duration patience) {
        this.json = json;
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !BATCH.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LARGEST_BYTES) {
            refuse(
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The batch of lines is too large.",
                    "Send at most 16 MiB in one batch.");
        } else if (!taken()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            refuse(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Other lines are taken first.",
                    "Keep the lines and send them again.");
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                turns.release();
            }
        }
    }

    private boolean taken() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String detail, String remedy)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        ProblemType type = status == HttpStatus.TOO_MANY_REQUESTS ? ProblemType.UNAVAILABLE : ProblemType.INVALID;
        response.getOutputStream()
                .write(json.writeValueAsBytes(
                        new Problem(type.uri(), status.getReasonPhrase(), status.value(), detail, remedy, List.of())));
    }
}
