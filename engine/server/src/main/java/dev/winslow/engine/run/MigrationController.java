package dev.winslow.engine.run;

import dev.winslow.api.Paths;
import dev.winslow.api.run.MigrateRun;
import dev.winslow.api.run.MigrationPreview;
import dev.winslow.api.run.RunView;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.RUNS + "/{id}/migration")
class MigrationController {
    private final Migration migration;
    private final RunService runs;

    MigrationController(Migration migration, RunService runs) {
        this.migration = migration;
        this.runs = runs;
    }

    @Operation(
            summary = "What taking the run to another version of its pipeline would do; nothing is changed",
            description =
                    "The newest version where none is named. Where it is not possible, the sentence says why and what is.")
    @GetMapping
    MigrationPreview preview(@PathVariable UUID id, @RequestParam Optional<Integer> to) {
        return migration.preview(id, to);
    }

    @Operation(
            summary = "Takes the run to another version of its pipeline, the newest where none is named",
            description = """
                    It goes on where it stands: stages there are queued anew, user tasks stay. Refused while a node is at work, and where the \
                    other version does not have the same steps there, in the same branches.""")
    @PostMapping
    RunView migrate(@PathVariable UUID id, @RequestBody(required = false) @Nullable MigrateRun request) {
        migration.migrate(id, Optional.ofNullable(request).flatMap(MigrateRun::version));
        return runs.find(id).orElseThrow();
    }
}
