package dev.winslow.faults.check;

import dev.winslow.api.Paths;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.faults.work.Client;
import dev.winslow.faults.work.StartedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What must hold of a run once nothing goes wrong any more. */
record RunRules(Client client) {
    List<AttemptView> attempts(StartedRun run) throws IOException, InterruptedException {
        return client.list(Paths.RUNS + "/" + run.id() + "/attempts", AttemptView.class);
    }

    List<Violation> check(StartedRun run, List<AttemptView> attempts) throws IOException, InterruptedException {
        List<Violation> found = new ArrayList<>();
        RunView view = client.get(Paths.RUNS + "/" + run.id(), RunView.class);
        String where = "run " + run.id() + " of " + run.shape();
        if (view.state() != RunState.SUCCEEDED || view.endedAt().isEmpty()) {
            found.add(new Violation("Every run comes to its end", where + " is " + view.state()));
        }
        Map<String, Integer> successes = new HashMap<>();
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (AttemptView attempt : attempts) {
            if (attempt.state() == AttemptState.SUCCEEDED) {
                successes.merge(attempt.stageId(), 1, Integer::sum);
            }
            numbers.computeIfAbsent(attempt.stageId(), _ -> new ArrayList<>()).add(attempt.number());
        }
        if (!successes.equals(run.shape().successes())) {
            found.add(new Violation(
                    "Each stage succeeds once each time it is entered",
                    where + " has the successes " + successes + " instead of "
                            + run.shape().successes()));
        }
        numbers.forEach((stage, seen) -> {
            List<Integer> expected =
                    IntStream.rangeClosed(1, seen.size()).boxed().toList();
            if (!seen.stream().sorted().toList().equals(expected)) {
                found.add(new Violation(
                        "Attempts are counted without gap or duplicate", where + ", stage " + stage + " has " + seen));
            }
        });
        return found;
    }
}
