package dev.winslow.ui.artifact;

import dev.winslow.engine.artifact.FileService;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files for pictures, players and links of pages, which bring a session instead of a token. */
@RestController
class FileEndpoint {
    private final FileService files;

    FileEndpoint(FileService files) {
        this.files = files;
    }

    @GetMapping("/page/files/{id}")
    ResponseEntity<Void> file(@PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .cacheControl(CacheControl.noStore())
                .location(files.download(id))
                .build();
    }
}
