package dev.winslow.ui.artifact;

import dev.winslow.engine.artifact.FileService;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files for pictures, players and links of pages, which bring a session instead of a token. */
@RestController
class FileEndpoint {
    private static final int BEGINNING = 1 << 20;

    private final FileService files;

    FileEndpoint(FileService files) {
        this.files = files;
    }

    /** As plain text whatever it is, so that nothing in it can act. */
    @GetMapping("/page/files/{id}/beginning")
    ResponseEntity<byte[]> beginning(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Beginning", String.valueOf(BEGINNING))
                .body(files.beginning(id, BEGINNING));
    }

    @GetMapping("/page/files/{id}")
    ResponseEntity<Void> file(@PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .cacheControl(CacheControl.noStore())
                .location(files.download(id))
                .build();
    }
}
