package dev.winslow.engine.trigger;

import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.engine.access.AccessService;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Viewer;
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
    private final ProjectAccess access;
    private final AccessService people;

    TriggerCheck(ProjectService projects, PipelineService pipelines, ProjectAccess access, AccessService people) {
        this.projects = projects;
        this.pipelines = pipelines;
        this.access = access;
        this.people = people;
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
                pipelines.requireForProjects(folder.project().pipelineKey());
            }
        }
    }

    void change(Trigger before, TriggerSource source) {
        if (before.source().getClass() != source.getClass()
                || !before.projectId().equals(Trigger.projectId(source))) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "A trigger stays of its kind and with its project.",
                    "Make another trigger, and remove this one.");
        }
    }

    /**
     * Whether somebody may say what it starts. That shows them the values that it sets, which may be secret: those of a project's trigger are for all who may
     * change the project, others for whoever wrote them.
     */
    static boolean maySay(TriggerSource source, String maker, Viewer changer) {
        return Trigger.projectId(source).isPresent()
                || changer.all()
                || changer.name().equals(maker);
    }

    void maySay(Trigger trigger, Viewer changer) {
        if (!maySay(trigger.source(), trigger.createdBy(), changer)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "The trigger \"" + trigger.name() + "\" starts runs in the name of " + trigger.createdBy()
                            + ", with values that others may not be meant to see.",
                    "Pause it, or make one of your own.");
        }
    }

    /** A trigger starts runs in the name of whoever makes it. */
    void mayStart(Trigger trigger, Viewer maker) {
        trigger.projectId().ifPresent(project -> access.require(project, Right.CHANGE, maker));
    }

    /** Refuses to start anything in the name of somebody who has lost the right to it since. */
    void mayStill(Trigger trigger) {
        String maker = trigger.createdBy();
        if (people.isDisabled(maker)) {
            throw lost(trigger, "The account of " + maker + ", in whose name this trigger starts runs, is disabled.");
        }
        Viewer viewer = people.viewer(maker);
        if (trigger.projectId()
                .filter(project -> !access.of(project, viewer).includes(Right.CHANGE))
                .isPresent()) {
            throw lost(
                    trigger, maker + ", in whose name this trigger starts runs, may not change the project any more.");
        }
    }

    private static ProblemException lost(Trigger trigger, String sentence) {
        return new ProblemException(
                ProblemType.FORBIDDEN,
                sentence,
                "Have " + (trigger.projectId().isPresent() ? "somebody who may change the project" : "an administrator")
                        + " edit and save this trigger: it then starts runs in their name.");
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
}
