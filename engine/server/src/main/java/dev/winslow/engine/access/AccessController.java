package dev.winslow.engine.access;

import dev.winslow.api.Paths;
import dev.winslow.api.access.AccessView;
import dev.winslow.api.access.ChangeAccess;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.PROJECT_ACCESS)
class AccessController {
    private final AccessService access;

    AccessController(AccessService access) {
        this.access = access;
    }

    @GetMapping
    AccessView show(@PathVariable UUID id) {
        return access.show(id, Viewer.current());
    }

    @Operation(summary = "Hands the project over, says what everybody may do, and gives or takes access.")
    @PatchMapping
    AccessView change(@PathVariable UUID id, @RequestBody ChangeAccess request) {
        return access.change(id, request, Viewer.current());
    }
}
