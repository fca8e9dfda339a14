package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.StepView;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskForm;
import dev.winslow.api.task.TaskView;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Makes a project of a video, starts its run, answers what it may answer, and follows the run to its end. */
public final class RunDriver {
    private static final long PAUSE_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Api api;
    private final RunOptions options;
    private final PrintWriter out;
    private final StepLines lines;
    private final Set<UUID> told = new HashSet<>();

    public RunDriver(Api api, RunOptions options, PrintWriter out) {
        this.api = api;
        this.options = options;
        this.out = out;
        this.lines = new StepLines(out);
    }

    /** For a program that answers all of a person's steps itself. */
    public static RunDriver unattended(
            Api api, Optional<Path> results, Map<String, String> variables, PrintWriter out) {
        return new RunDriver(api, RunOptions.unattended(results, variables), out);
    }

    /** The exit code: 0 when the run succeeded. */
    public int run(String name, String pipeline, Path video) throws IOException, InterruptedException {
        ProjectView project = start(name, pipeline, video);
        return follow(project.id());
    }

    /** Without following it. */
    public ProjectView start(String name, String pipeline, Path video) throws IOException {
        ProjectView project = api.post(Paths.PROJECTS, new CreateProject(name, pipeline, List.of()), ProjectView.class);
        out.println("Project " + project.name() + " (" + project.id() + ")");
        FileView file = new Uploads(api, Paths.PROJECTS + "/" + project.id(), out)
                .send(video, String.valueOf(video.getFileName()));
        out.println("Uploaded " + file.path() + ", " + file.size() + " bytes");
        Map<String, String> variables = new HashMap<>(options.variables());
        variables.putIfAbsent("VIDEO", file.path());
        api.post(Paths.PROJECTS + "/" + project.id() + "/runs", StartRun.with(variables), RunView.class);
        return project;
    }

    private int follow(UUID projectId) throws IOException, InterruptedException {
        Instant lastAnswer = Instant.now();
        while (true) {
            try {
                Optional<Integer> exitCode = look(projectId);
                if (exitCode.isPresent()) {
                    return exitCode.get();
                }
                lastAnswer = Instant.now();
            } catch (ServerUnreachable e) {
                // A server that is started again goes on with the run, and so does this.
                if (lastAnswer.plus(PATIENCE).isBefore(Instant.now())) {
                    throw e;
                }
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** Looks once at the run; answers the exit code when it is at its end. */
    private Optional<Integer> look(UUID projectId) throws IOException {
        RunView run = api.list(Paths.PROJECTS + "/" + projectId + "/runs", RunView.class)
                .getFirst();
        lines.print(run.steps());
        if (run.state().isFinal() || run.state() == RunState.FAILED) {
            return Optional.of(end(projectId, run));
        }
        for (TaskView task : api.list(Paths.TASKS + "?project=" + projectId, TaskView.class)) {
            answer(task);
        }
        return Optional.empty();
    }

    private int end(UUID projectId, RunView run) throws IOException {
        if (run.state() != RunState.SUCCEEDED) {
            out.println("The run has " + run.state() + ". " + reasons(run));
            out.flush();
            return Winslow.FAILED;
        }
        if (options.out().isPresent()) {
            Path folder = options.out().get();
            for (FileView file : api.list(Paths.PROJECTS + "/" + projectId + "/files", FileView.class)) {
                api.download(Paths.PROJECTS + "/" + projectId + "/files/" + file.id(), folder.resolve(file.path()));
            }
            out.println("The results lie in " + folder.toAbsolutePath());
        }
        out.println("The run succeeded.");
        out.flush();
        return 0;
    }

    private static String reasons(RunView run) {
        return run.steps().stream()
                .flatMap(step -> step.latestAttempt().stream())
                .flatMap(attempt -> attempt.reason().stream().map(reason -> attempt.stageName() + ": " + reason))
                .collect(Collectors.joining("\n"));
    }

    private void answer(TaskView task) throws IOException {
        if (task.form() == TaskForm.REFERENCE_POINTS
                && options.referencePoints().isPresent()) {
            String given = options.referencePoints().get();
            String points = given.equals("suggested")
                    ? suggestion(task)
                    : Files.readString(Path.of(given), StandardCharsets.UTF_8);
            String name = task.settings().getOrDefault("answer", "reference-points.json");
            complete(task, new CompleteTask(Map.of(), Map.of(name, points)), "answered with " + given + " points");
        } else if (task.form() == TaskForm.REVIEW && options.approve()) {
            complete(task, new CompleteTask(Map.of("decision", "approve"), Map.of()), "approved");
        } else if (told.add(task.id())) {
            out.println(
                    "Waiting for a person: " + task.name() + ". Answer it with: ./winslow task complete " + task.id());
            out.flush();
        }
    }

    private void complete(TaskView task, CompleteTask answer, String words) {
        api.post(Paths.TASKS + "/" + task.id() + "/complete", answer);
        out.println(task.name() + ": " + words);
        out.flush();
    }

    private String suggestion(TaskView task) throws IOException {
        String name = task.settings().getOrDefault("suggestion", "suggested-points.json");
        Path file = Files.createTempFile("winslow", ".json");
        try {
            api.download(Paths.TASKS + "/" + task.id() + "/files/" + name, file);
            return Files.readString(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Prints what has changed of the steps: a line when a step changes its state, one for each tenth of its way. */
    private static final class StepLines {
        private final PrintWriter out;
        private final Map<String, String> last = new HashMap<>();

        StepLines(PrintWriter out) {
            this.out = out;
        }

        void print(List<StepView> steps) {
            for (StepView step : steps) {
                String now = words(step);
                if (!now.equals(last.put(step.id(), now)) && !now.startsWith("PENDING")) {
                    out.printf("%-24s %s%n", step.name(), now);
                    out.flush();
                }
            }
        }

        private static String words(StepView step) {
            String percent = step.latestAttempt().stream()
                    .filter(attempt -> step.state() == dev.winslow.api.run.StepState.RUNNING)
                    .flatMap(attempt -> attempt.progress().stream())
                    .reduce((a, b) -> b)
                    .map(progress -> " " + progress.subject() + " " + 10 * (int) (progress.percent() / 10) + " %")
                    .orElse("");
            return step.state() + percent;
        }
    }
}
