package dev.winslow.ui.log;

import dev.winslow.api.log.LogMatches;
import dev.winslow.api.log.LogPage;
import dev.winslow.engine.log.LogReader;
import dev.winslow.engine.log.LogSearch;
import dev.winslow.engine.log.LogStreaming;
import dev.winslow.engine.log.LogText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Logs for pages, which bring a session instead of a token. */
@RestController
class LogEndpoint {
    private final LogReader reader;
    private final LogText text;
    private final LogStreaming streaming;
    private final LogSearch search;

    LogEndpoint(LogReader reader, LogText text, LogStreaming streaming, LogSearch search) {
        this.reader = reader;
        this.text = text;
        this.streaming = streaming;
        this.search = search;
    }

    @GetMapping("/page/attempts/{id}/log")
    LogPage lines(@PathVariable UUID id, @RequestParam long from, @RequestParam int count) {
        return reader.page(id, from, count);
    }

    @GetMapping("/page/attempts/{id}/log.txt")
    void text(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        text.write(id, () -> {
            response.setContentType(LogText.CONTENT_TYPE);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".log\"");
            return response.getOutputStream();
        });
    }

    @GetMapping("/page/attempts/{id}/log/stream")
    void stream(
            @PathVariable UUID id,
            @RequestParam long from,
            @RequestHeader("Last-Event-ID") Optional<Long> lastEventId,
            HttpServletResponse response)
            throws InterruptedException {
        streaming.send(id, lastEventId.orElse(from), response);
    }

    @GetMapping("/page/attempts/{id}/log/search")
    LogMatches search(
            @PathVariable UUID id, @RequestParam String pattern, @RequestParam long from, @RequestParam int limit)
            throws InterruptedException {
        return search.search(id, new LogSearch.Query(pattern, Set.of(), from, limit));
    }
}
