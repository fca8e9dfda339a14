package dev.winslow.engine.log;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LogController {
    private static final int LINES_AT_ONCE = 1000;

    private final LogService logs;

    LogController(LogService logs) {
        this.logs = logs;
    }

    @GetMapping(Paths.ATTEMPTS + "/{id}/log")
    LogPage page(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "500") int count) {
        return logs.page(id, from, count);
    }

    /** All lines that there are now, as a file to read. */
    @GetMapping(path = Paths.ATTEMPTS + "/{id}/log", produces = MediaType.TEXT_PLAIN_VALUE)
    void text(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        write(id, response);
    }

    @GetMapping(Paths.ATTEMPTS + "/{id}/log.txt")
    void file(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"log-" + id + ".txt\"");
        write(id, response);
    }

    /** Page after page, so that a long log never stands in memory as a whole. */
    private void write(UUID id, HttpServletResponse response) throws IOException {
        LogPage page = logs.page(id, 0, LINES_AT_ONCE);
        response.setContentType("text/plain;charset=UTF-8");
        PrintWriter out = response.getWriter();
        while (!page.lines().isEmpty()) {
            page.lines().forEach(line -> out.print(sentence(line)));
            page = logs.page(id, page.lines().getLast().number() + 1, LINES_AT_ONCE);
        }
    }

    private static String sentence(LogLine line) {
        return line.time() + " " + line.stream() + " " + line.text() + "\n";
    }
}
