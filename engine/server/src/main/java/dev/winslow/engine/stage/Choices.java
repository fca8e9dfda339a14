package dev.winslow.engine.stage;

import dev.winslow.api.stage.Reuse;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.result.Recipe;
import dev.winslow.engine.result.RecipeChanges;
import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.result.StageResults;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Configurations.Configuration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out whether a stage would only repeat what an earlier attempt in its project did, and says why or why not. */
@Component
class Choices {
    private static final String NOT_TO_BE_COMPARED = "";
    private static final String ASKS = "it asks a person, who may answer otherwise now";

    private final StageResults results;
    private final AttemptRepository attempts;
    private final Workspaces workspaces;
    private final Runs runs;

    Choices(StageResults results, AttemptRepository attempts, Workspaces workspaces, Runs runs) {
        this.results = results;
        this.attempts = attempts;
        this.workspaces = workspaces;
        this.runs = runs;
    }

    /**
     * @param succeeded whether the stage has succeeded in the project before
     * @param mayTakeOver not where that was tried and failed
     */
    record Start(Effective effective, List<Artifact> inputs, boolean succeeded, boolean mayTakeOver) {}

    /** A stage that was answered; what comes of it is not taken over by others, who would have to be asked themselves. */
    static Choice goesOn(Run run, Configuration configuration) {
        return new Choice.Run(new Sameness(
                NOT_TO_BE_COMPARED,
                Recipes.secrets(run, configuration.levels()),
                new Reuse(Optional.empty(), "Went on after a person's answer.")));
    }

    Choice of(Run run, Configuration configuration, Start start) {
        Map<String, String> secrets = Recipes.secrets(run, configuration.levels());
        Recipe recipe = Recipes.of(configuration.stage(), start.effective(), secrets, start.inputs());
        String fingerprint = recipe.fingerprint();
        String stage = configuration.stage().id();
        List<StageResult> newest = start.succeeded() ? results.newest(run.projectId(), stage) : List.of();
        Optional<String> refused = newest.isEmpty()
                ? Optional.of("there is no earlier result of this stage in the project")
                : refusal(run, configuration, start);
        if (refused.isPresent()) {
            return new Choice.Run(because(fingerprint, secrets, refused.get()));
        }
        List<Candidate> candidates = results.alike(run.projectId(), stage, fingerprint).stream()
                .map(result -> candidate(result, start.inputs()))
                .toList();
        return candidates.stream()
                .filter(candidate -> candidate.fault().isEmpty())
                .findFirst()
                .<Choice>map(found -> takeOver(fingerprint, secrets, found))
                .orElseGet(() -> new Choice.Run(because(
                        fingerprint,
                        secrets,
                        candidates.stream()
                                .flatMap(candidate -> candidate.fault().stream())
                                .findFirst()
                                .orElseGet(() -> changes(configuration.stage(), newest, recipe)))));
    }

    private Optional<String> refusal(Run run, Configuration configuration, Start start) {
        if (!configuration.stage().reuse()) {
            return Optional.of(
                    configuration.stage().requirements().container().network()
                            ? "it has the network, and what it finds there may change"
                            : "its pipeline has it run every time");
        }
        if (!run.reuse()) {
            return Optional.of("this run was started to take no earlier results over");
        }
        if (runs.isFresh(run, configuration.stage().id())) {
            return Optional.of("a person sent the run here");
        }
        return start.mayTakeOver()
                ? Optional.empty()
                : Optional.of("its earlier result could not be taken over; the server's log says why");
    }

    private Candidate candidate(StageResult result, List<Artifact> inputs) {
        Optional<String> newest = results.newestDigest(result.image().name());
        Optional<String> digest = result.image().digest();
        if (result.asked()) {
            return new Candidate(result, List.of(), Optional.of(ASKS));
        }
        if (newest.isPresent() && digest.isPresent() && !newest.equals(digest)) {
            return new Candidate(
                    result,
                    List.of(),
                    Optional.of("the image %s changed from %s to %s"
                            .formatted(result.image().name(), digest.get(), newest.get())));
        }
        return workspaces
                .left(result.attemptId(), inputs)
                .map(files -> new Candidate(result, files, Optional.empty()))
                .orElseGet(() ->
                        new Candidate(result, List.of(), Optional.of("files of the earlier result were cleaned up")));
    }

    /** From the earlier result that is nearest: of a stage for each item of a list, that is mostly the one of the same item. */
    private String changes(StageSpec stage, List<StageResult> newest, Recipe now) {
        if (newest.getFirst().fingerprint().equals(NOT_TO_BE_COMPARED)) {
            return ASKS;
        }
        return newest.stream()
                .filter(earlier -> !earlier.fingerprint().equals(NOT_TO_BE_COMPARED))
                .flatMap(earlier -> changes(stage, earlier, now).stream())
                .min(Comparator.comparingInt(RecipeChanges::count))
                .map(RecipeChanges::sentence)
                .orElse("its earlier result is gone");
    }

    private Optional<RecipeChanges> changes(StageSpec stage, StageResult earlier, Recipe now) {
        return attempts.find(earlier.attemptId())
                .map(attempt -> Recipes.of(
                        stage, attempt.effective(), earlier.secrets(), workspaces.inputsOf(earlier.attemptId())))
                .map(before -> RecipeChanges.between(before, now));
    }

    private static Sameness because(String fingerprint, Map<String, String> secrets, String why) {
        return new Sameness(fingerprint, secrets, new Reuse(Optional.empty(), "Ran because " + why + "."));
    }

    private static Choice takeOver(String fingerprint, Map<String, String> secrets, Candidate found) {
        String sentence = "Took over the result of attempt %s: files, image, arguments and variables are the same."
                .formatted(found.result().attemptId());
        return new Choice.TakeOver(
                new Sameness(
                        fingerprint,
                        secrets,
                        new Reuse(Optional.of(found.result().attemptId()), sentence)),
                found.result(),
                found.files());
    }

    /** An earlier result of the same recipe, and what speaks against it. */
    private record Candidate(StageResult result, List<Artifact> files, Optional<String> fault) {}
}
