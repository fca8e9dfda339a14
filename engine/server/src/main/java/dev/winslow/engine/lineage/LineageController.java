package dev.winslow.engine.lineage;

import dev.winslow.api.Paths;
import dev.winslow.api.lineage.Lineage;
import dev.winslow.engine.access.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LineageController {
    private final LineageService lineage;

    LineageController(LineageService lineage) {
        this.lineage = lineage;
    }

    @Operation(summary = "The lineage of a file, both ways", description = """
                    Which attempts led to a file of a project or of the pool, with image, arguments and variables, and from which files, up to \
                    what people brought in; and what was made from it. Files whose bytes were cleaned up are told of as well.""")
    @GetMapping(Paths.FILES + "/{id}/lineage")
    Lineage of(@PathVariable UUID id) {
        return lineage.of(id, Viewer.current());
    }
}
