package dev.winslow.ui.artifact;

import dev.winslow.api.artifact.Area;
import dev.winslow.engine.artifact.FileService;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where the film of a project lies, of which cards show a frame. */
@RestController
class FilmEndpoint {
    private final FileService files;

    FilmEndpoint(FileService files) {
        this.files = files;
    }

    record Film(String address) {}

    /** No content where the project has no film that browsers play. */
    @GetMapping("/page/projects/{id}/film")
    ResponseEntity<Film> film(@PathVariable UUID id) {
        return files.files(id, Optional.empty(), Area.INPUT).stream()
                .filter(file -> FileKind.of(file) == FileKind.VIDEO)
                .findFirst()
                .map(file -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new Film(files.download(id, file.id()).toString())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
