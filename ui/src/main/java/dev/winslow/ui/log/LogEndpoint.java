package dev.winslow.ui.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import dev.winslow.engine.log.LogService;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Logs for pages, which bring a session instead of a token. */
@RestController
class LogEndpoint {
    private static final int PAGE = 1000;

    private final LogService logs;

    LogEndpoint(LogService logs) {
        this.logs = logs;
    }

    @GetMapping("/page/attempts/{id}/log")
    LogPage lines(@PathVariable UUID id, @RequestParam long from, @RequestParam int count) {
        return logs.page(id, from, count);
    }

    @GetMapping("/page/attempts/{id}/log.txt")
    ResponseEntity<StreamingResponseBody> text(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".log")
                                .build()
                                .toString())
                .body(out -> write(id, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    private void write(UUID id, Writer writer) throws IOException {
        long next = 0;
        LogPage page;
        do {
            page = logs.page(id, next, PAGE);
            for (LogLine line : page.lines()) {
                writer.append(line.time().toString())
                        .append(' ')
                        .append(line.text())
                        .append('\n');
            }
            next += page.lines().size();
        } while (!page.lines().isEmpty() && next < page.total());
        writer.flush();
    }
}
