package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Claims.Placing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Stages of several runs that are given to nodes in one transaction. */
interface ClaimsContract extends ClaimScene {
    @Test
    default void giveEachAPlaceOfItsOwnAndNoMoreThanThereIsRoomFor() {
        UUID node = node(2);
        List<UUID> runs = Stream.of("x", "x", "x").map(this::run).toList();

        List<Given> served = bean(Claims.class)
                .claim(runs.stream()
                        .map(run -> new Placing(queued(run).getFirst(), node, true))
                        .toList());

        List<Attempt> begun =
                runs.stream().flatMap(run -> attempts(run).stream()).toList();
        assertThat(served)
                .extracting(given -> given.attempt().id())
                .containsExactlyInAnyOrderElementsOf(
                        begun.stream().map(Attempt::id).toList());
        assertThat(begun)
                .hasSize(2)
                .allSatisfy(attempt -> assertThat(attempt.state()).isEqualTo(AttemptState.ASSIGNED));
        assertThat(begun).flatExtracting(attempt -> attempt.place().gpus()).containsExactlyInAnyOrder(0, 1);
        assertThat(runs.stream().flatMap(run -> queued(run).stream())).hasSize(1);
    }

    @Test
    default void haveRoomAsSoonAsTheOutcomeOfAnotherArrives() {
        UUID node = node(1);
        List<UUID> runs = Stream.of("x", "x", "x").map(this::run).toList();
        claimed(runs.getFirst(), node);
        Attempt first = attempts(runs.getFirst()).getFirst();
        List<Placing> others = runs.stream()
                .skip(1)
                .map(run -> new Placing(queued(run).getFirst(), node, true))
                .toList();

        assertThat(whileItArrives(first, "another's lease", others)).isEmpty();
        assertThat(whileItArrives(first, first.lease().token(), others))
                .singleElement()
                .satisfies(given -> assertThat(given.attempt().place().gpus()).isEqualTo(List.of(0)));

        assertThat(bean(Claims.class).claim(others))
                .as("room where the outcome has not been written after all")
                .isEmpty();
        end(first, AttemptState.SUCCEEDED);
        assertThat(attempts(runs.getFirst())).extracting(Attempt::state).containsExactly(AttemptState.SUCCEEDED);
    }

    private List<Given> whileItArrives(Attempt attempt, String leaseToken, List<Placing> placings) {
        AttemptOutcome outcome = new AttemptOutcome(attempt.id(), Outcome.succeeded(leaseToken, List.of(), Map.of()));
        return bean(ArrivingOutcomes.class)
                .during(List.of(outcome), () -> bean(Claims.class).claim(placings));
    }

    @Test
    default void giveEachOfSeveralRunsWhatIsItsOwn() {
        UUID node = node(16);
        UUID known = run("x");
        claimed(known, node);
        end(attempts(known).getFirst(), AttemptState.SUCCEEDED);
        UUID takesOver = run(bean(Runs.class).require(known).projectId(), "x");
        List<String> items = List.of("north", "south");
        List<UUID> runs = items.stream().map(this::run).toList();
        runs.forEach(run -> upload(run, "film-of-" + items.get(runs.indexOf(run))));

        bean(Claims.class)
                .claim(Stream.concat(runs.stream(), Stream.of(takesOver))
                        .map(run -> new Placing(queued(run).getFirst(), node, true))
                        .toList());

        for (UUID run : runs) {
            String item = items.get(runs.indexOf(run));
            Attempt attempt = attempts(run).getFirst();
            assertThat(attempt.effective().environment()).containsEntry("item", item);
            assertThat(bean(Workspaces.class).inputsOf(attempt.id()))
                    .extracting(Artifact::path)
                    .containsExactly("film-of-" + item);
        }
        assertThat(attempts(takesOver)).extracting(Attempt::state).containsExactly(AttemptState.SUCCEEDED);
    }

    private void upload(UUID run, String path) {
        bean(Workspaces.class)
                .name(new Artifact(
                        UUID.randomUUID(),
                        Artifact.Source.upload(
                                Optional.of(bean(Runs.class).require(run).projectId())),
                        Area.INPUT,
                        path,
                        new Artifact.Content(1, "0".repeat(64)),
                        new Artifact.Location("bucket", path),
                        Instant.EPOCH));
    }

    @Test
    default void keepNothingOfAllWhereOneFails() {
        UUID node = node(2);
        UUID project = project();
        UUID known = run(project, "x");
        claimed(known, node);
        end(attempts(known).getFirst(), AttemptState.SUCCEEDED);
        UUID takesOver = run(project, "x");
        UUID broken = run("x");
        breakEarlierTry(broken, node);
        Placing sound = new Placing(queued(takesOver).getFirst(), node, true);

        assertThatThrownBy(() -> bean(Claims.class)
                        .claim(List.of(sound, new Placing(queued(broken).getFirst(), node, true))))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(attempts(takesOver)).isEmpty();
        assertThat(queued(takesOver)).hasSize(1);
        bean(Claims.class).claim(List.of(sound));
        assertThat(attempts(takesOver))
                .extracting(Attempt::state)
                .as("what was taken back")
                .containsExactly(AttemptState.SUCCEEDED);
    }

    @Test
    default void passOverRunsThatSomebodyElseHolds() {
        UUID node = node(2);
        UUID held = run("x");
        UUID free = run("x");
        List<Placing> both = Stream.of(held, free)
                .map(run -> new Placing(queued(run).getFirst(), node, true))
                .toList();

        bean(TransactionTemplate.class).executeWithoutResult(holding -> {
            bean(Runs.class).lock(held);
            CompletableFuture.runAsync(() -> bean(Claims.class).claim(both)).join();
        });

        assertThat(attempts(free)).hasSize(1);
        assertThat(attempts(held)).isEmpty();
        assertThat(queued(held)).hasSize(1);
    }

    @Test
    default void refuseTwoStagesOfOneRun() {
        UUID node = node(2);
        List<Placing> both = queued(run("x,y")).stream()
                .map(stage -> new Placing(stage, node, true))
                .toList();

        assertThatThrownBy(() -> bean(Claims.class).claim(both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different runs");
    }

    @Test
    default void ofWhichOneFailsAreTriedEachByItself() {
        UUID node = node(16);
        UUID broken = run("x");
        breakEarlierTry(broken, node);
        UUID sound = run("x");

        assertThat(bean(Dispatcher.class).dispatch().given())
                .extracting(given -> given.attempt().place().nodeId())
                .contains(Optional.of(node));

        assertThat(attempts(sound)).hasSize(1);
        assertThat(queued(broken)).hasSize(1);
    }

    @Test
    default void countTriesAtTheSameStageOneAfterTheOther() {
        UUID node = node(16);
        UUID run = run("x,y,z");

        assertThat(bean(Dispatcher.class).dispatch().given())
                .extracting(given -> given.attempt().place().nodeId())
                .contains(Optional.of(node));

        assertThat(attempts(run))
                .extracting(attempt -> attempt.stage().number())
                .containsExactlyInAnyOrder(1, 2, 3);
    }
}
