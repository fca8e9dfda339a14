package dev.winslow.engine.trigger;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.engine.artifact.ValidPath;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.ProjectService;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Refuses triggers that could never start anything. */
@Component
class TriggerCheck {
    private static final int LONGEST_NAME = 200;

    private final ProjectService projects;
    private final PipelineService pipelines;

    TriggerCheck(ProjectService projects, PipelineService pipelines) {
        this.projects = projects;
        this.pipelines = pipelines;
    }

    void source(TriggerSource source, Instant now) {
        switch (source) {
            case TriggerSource.Call call -> projects.require(call.projectId());
            case TriggerSource.Once once -> {
                projects.require(once.projectId());
                Schedule.check(once, now);
            }
            case TriggerSource.Cron cron -> {
                projects.require(cron.projectId());
                Schedule.check(cron, now);
            }
            case TriggerSource.Folder folder -> {
                ValidPath.check(folder.folder());
                Template.check(folder);
                pipeline(folder.project().pipelineKey());
            }
        }
    }

    String name(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "A trigger's name has 1 to " + LONGEST_NAME + " characters, but this one has " + stripped.length()
                            + ".",
                    "Name it for what it is there for, such as \"every night\".");
        }
        return stripped;
    }

    private void pipeline(String key) {
        if (pipelines.newest(key).filter(newest -> !newest.retired()).isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "There is no pipeline \"" + key + "\".",
                    "Choose one of the pipelines that are deployed, or deploy it first.");
        }
    }
}
