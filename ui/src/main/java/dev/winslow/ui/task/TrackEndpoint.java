package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Trajectories for pages, packed, and sent as they are read: a page draws the beginning while the rest is on its way. */
@RestController
class TrackEndpoint {
    private final FileService files;

    TrackEndpoint(FileService files) {
        this.files = files;
    }

    @GetMapping("/page/files/{id}/tracks")
    void tracks(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        try (BufferedReader csv =
                new BufferedReader(new InputStreamReader(files.read(id), StandardCharsets.UTF_8), 1 << 16)) {
            String first = csv.readLine();
            String header = first == null ? "" : first;
            TrackRows.problem(header).ifPresent(problem -> {
                throw new ProblemException(
                        ProblemType.INVALID, problem, t("Look at the stage that has left it, or open it as a table."));
            });
            response.setContentType("application/octet-stream");
            // A file's bytes never change under its id.
            response.setHeader("Cache-Control", "private, max-age=3600, immutable");
            TrackRows.pack(header, csv, response.getOutputStream());
        }
    }
}
