package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.ChangeVariables;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.JumpPreview;
import dev.winslow.api.run.PauseRun;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.WorkspaceChoice;
import dev.winslow.api.stage.AttemptView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts and steers the runs of a project. */
final class SteerCommands {
    private SteerCommands() {}

    /** What all of them share: the project, and how it stands afterwards as the answer. */
    abstract static class OfProject extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's id.")
        private String project = "";

        abstract RunView steer(Api api) throws Exception;

        @Override
        public Integer call() throws Exception {
            RunView run = steer(api());
            print(run, () -> RunTable.of(run));
            return 0;
        }

        String runsOfProject() {
            return Paths.PROJECTS + "/" + project + "/runs";
        }

        RunView latest(Api api) {
            UUID run = api.get(Paths.PROJECTS + "/" + project, ProjectView.class)
                    .latestRun()
                    .orElseThrow(() -> new Refused("This project has no run yet: start one."));
            return api.get(Paths.RUNS + "/" + run, RunView.class);
        }

        String latestPath(Api api) {
            return Paths.RUNS + "/" + latest(api).id();
        }

        void say(String sentence) {
            err().println(sentence);
            err().flush();
        }
    }

    /** Variables, on the command line. */
    static final class Variables {
        @Option(names = "--env", paramLabel = "NAME=VALUE", description = "A variable; may be repeated.")
        private Map<String, String> variables = new LinkedHashMap<>();

        Map<String, String> all() {
            return variables;
        }
    }

    /** With which files a step begins. */
    static final class Workspace {
        @Option(
                names = "--workspace",
                paramLabel = "empty|uploads|same|latest|ATTEMPT",
                description =
                        "What the step starts from: nothing, the project's uploads, the same as its latest attempt, "
                                + "what the steps before it left, or what this attempt left.")
        private @Nullable String from;

        Optional<WorkspaceChoice> choice() {
            return Optional.ofNullable(from).map(Workspace::parse);
        }

        private static WorkspaceChoice parse(String text) {
            return switch (text) {
                case "empty" -> WorkspaceChoice.of(WorkspaceChoice.Source.EMPTY);
                case "uploads" -> WorkspaceChoice.of(WorkspaceChoice.Source.UPLOADS);
                case "same" -> WorkspaceChoice.of(WorkspaceChoice.Source.SAME);
                case "latest" -> WorkspaceChoice.of(WorkspaceChoice.Source.LATEST);
                default -> new WorkspaceChoice(WorkspaceChoice.Source.ATTEMPT, Optional.of(attempt(text)));
            };
        }

        private static UUID attempt(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw new Refused(
                        "\"" + text + "\" is no workspace: say empty, uploads, same, latest or an attempt's id.");
            }
        }
    }

    @Command(name = "start", description = "Starts a run, at the pipeline's beginning or at any step.")
    static final class Start extends OfProject {
        @Option(names = "--at", paramLabel = "STEP", description = "The step to begin with.")
        private @Nullable String step;

        @Option(names = "--pause-after", paramLabel = "STEP", description = "Pauses once this step is done.")
        private @Nullable String pauseAfter;

        @Option(
                names = "--fresh",
                description = "Runs every stage, also those whose earlier results could be taken over.")
        private boolean fresh;

        @Mixin
        private Variables variables = new Variables();

        @Mixin
        private Workspace workspace = new Workspace();

        @Override
        RunView steer(Api api) {
            StartRun start = new StartRun(
                    variables.all(),
                    Optional.ofNullable(step),
                    workspace.choice(),
                    Optional.ofNullable(pauseAfter),
                    Optional.of(!fresh));
            return api.post(runsOfProject(), start, RunView.class);
        }
    }

    @Command(name = "pause", description = "Pauses before the next stage; what runs goes on to its end.")
    static final class Pause extends OfProject {
        @Option(names = "--after", paramLabel = "STEP", description = "Goes on until this step is done.")
        private @Nullable String after;

        @Override
        RunView steer(Api api) {
            return api.post(latestPath(api) + "/pause", new PauseRun(Optional.ofNullable(after)), RunView.class);
        }
    }

    @Command(name = "resume", description = "Goes on after a pause.")
    static final class Resume extends OfProject {
        @Mixin
        private Variables variables = new Variables();

        @Override
        RunView steer(Api api) {
            RunView run = api.post(latestPath(api) + "/resume", new ChangeVariables(variables.all()), RunView.class);
            if (run.state() == RunState.FAILED) {
                say("A stage has failed, and the run waits for a person: put the stage back into the queue with"
                        + " ./winslow project retry, or go on elsewhere with jump or skip.");
            }
            return run;
        }
    }

    @Command(
            name = "jump",
            description = "Goes on at another step: redoes an earlier one, or goes ahead to a later one.")
    static final class JumpTo extends OfProject {
        @Parameters(index = "1", paramLabel = "STEP")
        private String step = "";

        @Option(names = "--pause-after", paramLabel = "STEP", description = "Pauses once this step is done.")
        private @Nullable String pauseAfter;

        @Option(names = "--dry-run", description = "Only says what it would do.")
        private boolean dryRun;

        @Mixin
        private Variables variables = new Variables();

        @Mixin
        private Workspace workspace = new Workspace();

        @Override
        RunView steer(Api api) {
            String jump = latestPath(api) + "/jump";
            say(api.get(jump + "?to=" + step, JumpPreview.class).sentence());
            return dryRun
                    ? latest(api)
                    : api.post(
                            jump,
                            new Jump(step, variables.all(), workspace.choice(), Optional.ofNullable(pauseAfter)),
                            RunView.class);
        }
    }

    @Command(name = "skip", description = "Leaves a step as if it were done; its files go on unchanged.")
    static final class Skip extends OfProject {
        @Parameters(index = "1", paramLabel = "STEP")
        private String step = "";

        @Mixin
        private Variables variables = new Variables();

        @Override
        RunView steer(Api api) {
            return api.post(
                    latestPath(api) + "/steps/" + step + "/skip", new ChangeVariables(variables.all()), RunView.class);
        }
    }

    @Command(name = "retry", description = "Puts a failed stage back into the queue.")
    static final class Retry extends OfProject {
        @Parameters(index = "1", paramLabel = "STEP")
        private String step = "";

        @Override
        RunView steer(Api api) {
            return api.post(latestPath(api) + "/steps/" + step + "/retry", Map.of(), RunView.class);
        }
    }

    @Command(name = "abort", description = "Stops the stages that run; they count as failed, and the run pauses.")
    static final class Abort extends OfProject {
        @Override
        RunView steer(Api api) {
            // All of them: a stage that runs for each item of a list has several.
            api.list(latestPath(api) + "/attempts", AttemptView.class).stream()
                    .filter(attempt -> !attempt.state().isFinal())
                    .forEach(attempt -> api.post(Paths.ATTEMPTS + "/" + attempt.id() + "/abort", Map.of()));
            return latest(api);
        }
    }

    @Command(name = "cancel", description = "Ends the run for good; what runs of it is stopped. Its files stay.")
    static final class Cancel extends OfProject {
        @Override
        RunView steer(Api api) {
            return api.post(latestPath(api) + "/cancel", Map.of(), RunView.class);
        }
    }
}
