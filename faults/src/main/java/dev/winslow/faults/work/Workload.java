package dev.winslow.faults.work;

import dev.winslow.api.Paths;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.task.CompleteTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Keeps so many runs going, answers what they ask, and tries again what is out of retries. */
public final class Workload {
    private static final int OPEN = 8;
    private static final List<Shape> SHAPES = List.of(Shape.values());

    private final Client client;
    private final Random random;
    private final List<StartedRun> told = new ArrayList<>();
    private final List<StartedRun> open = new ArrayList<>();
    private int retriedByHand;

    public Workload(Client client, long seed) throws IOException, InterruptedException {
        this.client = client;
        this.random = new Random(seed);
        for (Shape shape : Shape.values()) {
            client.deploy(shape.bpmn());
        }
    }

    /** Runs of which a server said that they had started. */
    public List<StartedRun> told() {
        return List.copyOf(told);
    }

    public int retriedByHand() {
        return retriedByHand;
    }

    /** Looks at what there is, and starts more where there is less than there should be. */
    public void goOn() throws IOException, InterruptedException {
        attend();
        if (open.size() < OPEN) {
            start(SHAPES.get(random.nextInt(SHAPES.size())));
        }
    }

    /** Does what a person has to do; answers whether anything still goes on. */
    public boolean attend() throws IOException, InterruptedException {
        for (StartedRun run : List.copyOf(open)) {
            RunView view = show(run.id());
            if (view.state().isFinal()) {
                open.remove(run);
            } else if (view.state() == RunState.WAITING || view.state() == RunState.FAILED) {
                help(view);
            }
        }
        return !open.isEmpty();
    }

    public List<StartedRun> unfinished() {
        return List.copyOf(open);
    }

    private RunView show(UUID run) throws IOException, InterruptedException {
        return client.get(Paths.RUNS + "/" + run, RunView.class);
    }

    private void help(RunView run) throws IOException, InterruptedException {
        for (StepView step : run.steps()) {
            if (step.openTask().isPresent()) {
                attempt(
                        Paths.TASKS + "/" + step.openTask().get() + "/complete",
                        new CompleteTask(Map.of("decision", "approve"), Map.of()));
            } else if (step.state() == StepState.FAILED) {
                retriedByHand++;
                attempt(Paths.RUNS + "/" + run.id() + "/steps/" + step.id() + "/retry", Map.of());
            }
        }
    }

    /** A refusal says that it was done meanwhile, or the next look shows that it was not. */
    private void attempt(String path, Object body) throws IOException, InterruptedException {
        try {
            client.tell(path, body);
        } catch (Client.Refusal refusal) {
            Thread.onSpinWait();
        }
    }

    private void start(Shape shape) throws IOException, InterruptedException {
        try {
            ProjectView project = client.post(
                    Paths.PROJECTS, new CreateProject(shape.key(), shape.key(), List.of()), ProjectView.class);
            StartRun wanted = new StartRun(
                    Map.of("KEY", project.id().toString()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(false));
            RunView run = client.post(Paths.PROJECTS + "/" + project.id() + "/runs", wanted, RunView.class);
            told.add(new StartedRun(run.id(), project.id(), shape));
            open.add(told.getLast());
        } catch (Client.Refusal refusal) {
            throw refusal;
        } catch (IOException away) {
            // Whether it began nobody knows; if it did, the checks find it in the database.
            Thread.onSpinWait();
        }
    }

    /** Takes up a run that began though nobody was told. */
    public void adopt(StartedRun run) {
        if (told.stream().noneMatch(each -> each.id().equals(run.id()))) {
            told.add(run);
            open.add(run);
        }
    }
}
