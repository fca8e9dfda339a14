package dev.winslow.engine.log;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogMatches;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.pipeline.PatternTrial;
import dev.winslow.api.pipeline.StagePatterns;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LogController {
    private final LogReader reader;
    private final LogText text;
    private final LogStreaming streaming;
    private final LogSearch search;

    LogController(LogReader reader, LogText text, LogStreaming streaming, LogSearch search) {
        this.reader = reader;
        this.text = text;
        this.streaming = streaming;
        this.search = search;
    }

    @GetMapping(Paths.ATTEMPTS + "/{id}/log")
    LogPage page(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "500") int count) {
        return reader.page(id, from, count);
    }

    /** All lines that there are now, as a file to read. */
    @GetMapping(path = Paths.ATTEMPTS + "/{id}/log", produces = MediaType.TEXT_PLAIN_VALUE)
    void text(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        text.write(id, () -> {
            response.setContentType(LogText.CONTENT_TYPE);
            return response.getOutputStream();
        });
    }

    @GetMapping(Paths.ATTEMPTS + "/{id}/log.txt")
    void file(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        text.write(id, () -> {
            response.setContentType(LogText.CONTENT_TYPE);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"log-" + id + ".txt\"");
            return response.getOutputStream();
        });
    }

    /**
     * Lines as they come, as server-sent events: {@code lines} with a LogPage and, as its id, the number to go on from, then {@code end}. A
     * browser that connects again names the last id by itself.
     */
    @GetMapping(Paths.ATTEMPTS + "/{id}/log/stream")
    void stream(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long from,
            @RequestHeader("Last-Event-ID") Optional<Long> lastEventId,
            HttpServletResponse response)
            throws InterruptedException {
        streaming.send(id, lastEventId.orElse(from), response);
    }

    /** Lines that a regular expression finds; an answer may come early, with the number to go on from. */
    @GetMapping(Paths.ATTEMPTS + "/{id}/log/search")
    LogMatches search(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String pattern,
            @RequestParam(defaultValue = "") Set<LogStream> stream,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "100") int limit)
            throws InterruptedException {
        return search.search(id, new LogSearch.Query(pattern, stream, from, limit));
    }

    /** Tries a stage's patterns on the log. */
    @PostMapping(Paths.ATTEMPT_PATTERNS)
    PatternTrial tryPatterns(@PathVariable UUID id, @RequestBody StagePatterns patterns) throws InterruptedException {
        return search.tryPatterns(id, patterns, () -> true);
    }
}
