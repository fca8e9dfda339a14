package dev.winslow.faults.check;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.faults.trial.Trial;
import dev.winslow.faults.trial.Waiting;
import dev.winslow.faults.work.Client;
import dev.winslow.faults.work.StartedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looks at everything once the system has come to rest. Runs that were found in order are not looked at again, but for their artifacts. */
public final class Inspection {
    private static final Duration CLEAN_UP = Duration.ofMinutes(1);

    private final Trial trial;
    private final RunRules runs;
    private final AttemptRules attempts;
    private final Set<UUID> inOrder = new HashSet<>();
    private final Map<AttemptState, Integer> outcomes = new EnumMap<>(AttemptState.class);
    private int artifacts;

    public Inspection(Trial trial, Client client, Path notes) {
        this.trial = trial;
        this.runs = new RunRules(client);
        this.attempts = new AttemptRules(client, notes);
    }

    /** All runs that the database knows. */
    public List<StartedRun> known() throws SQLException {
        try (Connection connection = trial.database()) {
            return new Rows(connection).runs();
        }
    }

    /** @param told the runs that somebody was told of */
    public List<Violation> look(List<StartedRun> told) throws IOException, InterruptedException, SQLException {
        List<Violation> found = new ArrayList<>(leftOvers());
        trial.endedByThemselves()
                .forEach(name -> found.add(new Violation("Workers wait for servers that are away", name + " ended")));
        try (Connection connection = trial.database()) {
            Rows rows = new Rows(connection);
            rows.openAttempts().forEach(open -> found.add(new Violation("Every attempt ends", "attempt " + open)));
            if (rows.lockedJobs() > 0) {
                found.add(new Violation("No job stays locked", rows.lockedJobs() + " are"));
            }
            List<StartedRun> known = rows.runs();
            told.stream()
                    .filter(run -> !known.contains(run))
                    .forEach(run -> found.add(new Violation("A run that has started stays known", "run " + run.id())));
            List<Rows.Promised> promised = rows.artifacts();
            artifacts = promised.size();
            found.addAll(new ArtifactRules(trial.storage()).check(promised));
            Map<UUID, Set<String>> left = leftByAttempt(promised);
            for (StartedRun run : known) {
                if (!inOrder.contains(run.id())) {
                    found.addAll(look(run, left));
                }
            }
        }
        return found;
    }

    private List<Violation> look(StartedRun run, Map<UUID, Set<String>> left) throws IOException, InterruptedException {
        List<AttemptView> tries = runs.attempts(run);
        List<Violation> found = new ArrayList<>(runs.check(run, tries));
        for (AttemptView attempt : tries) {
            outcomes.merge(attempt.state(), 1, Integer::sum);
            found.addAll(attempts.check(attempt, left.getOrDefault(attempt.id(), Set.of())));
        }
        inOrder.add(run.id());
        return found;
    }

    private static Map<UUID, Set<String>> leftByAttempt(List<Rows.Promised> promised) {
        Map<UUID, Set<String>> left = new HashMap<>();
        promised.forEach(
                row -> left.computeIfAbsent(row.attempt(), _ -> new HashSet<>()).add(row.sha256() + " " + row.path()));
        return left;
    }

    /** Workers that lost a lease are given a moment to end its stage. */
    private List<Violation> leftOvers() throws IOException, InterruptedException {
        Waiting.within(
                CLEAN_UP,
                () -> trial.stageProcesses().isEmpty() && trial.attemptFolders().isEmpty());
        List<Violation> found = new ArrayList<>();
        trial.stageProcesses()
                .forEach(left -> found.add(new Violation(
                        "No stage outlives its attempt",
                        "process " + left.pid() + " in " + left.workingFolder() + ": " + left.command())));
        trial.attemptFolders()
                .forEach(left -> found.add(new Violation("Workers forget what has ended", left.toString())));
        return found;
    }

    /** What was looked at, in words. */
    public String summary() {
        return inOrder.size() + " runs, attempts " + outcomes + ", " + artifacts + " artifacts";
    }
}
