package dev.winslow.engine.result;

import dev.winslow.engine.result.StageResult.Stage;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** How long stages took the last times that they succeeded. */
interface StageTimes {
    /** Those that have succeeded in their project, in one query. */
    Set<Stage> known(Collection<Stage> stages);

    /** In its project, latest first. */
    List<Duration> inProject(Stage stage);

    /** In all projects with this pipeline, latest first. */
    List<Duration> inPipeline(String pipelineKey, String stageId);
}
