package dev.winslow.ui.project;

import dev.winslow.api.run.MigrationPreview;
import dev.winslow.api.run.RunView;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.engine.run.Migration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All that taking a run to a newer version of its pipeline asks of the server. */
@Component
class VersionDesk {
    private final PipelineService pipelines;
    private final Migration migration;

    VersionDesk(PipelineService pipelines, Migration migration) {
        this.pipelines = pipelines;
        this.migration = migration;
    }

    /** The newest version, where the run is on its way by an older one. */
    Optional<Integer> newer(RunView run) {
        return run.state().isFinal()
                ? Optional.empty()
                : pipelines
                        .newest(run.pipelineKey())
                        .map(PipelineVersion::version)
                        .filter(version -> version > run.pipelineVersion());
    }

    MigrationPreview preview(RunView run, int version) {
        return migration.preview(run.id(), Optional.of(version));
    }

    void migrate(RunView run, int version) {
        migration.migrate(run.id(), Optional.of(version));
    }
}
