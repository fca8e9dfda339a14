package dev.winslow.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.engine.Ids;
import dev.winslow.engine.result.StageResult.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class UsualTimesTest {
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final Stage DETECT = new Stage(Ids.next(), "tracking", "detect");
    private static final Stage ELSEWHERE = new Stage(Ids.next(), "tracking", "detect");

    private final Results results = new Results();
    private Instant now = START;
    private final UsualTimes times = new UsualTimes(results, () -> now);

    @Test
    void takeTheMiddleOfWhatTheStageTookBefore() {
        results.took(DETECT, 1, 10, 3);

        assertThat(times.of(DETECT)).hasValue(Duration.ofMinutes(3));
    }

    @Test
    void takeWhatItTookInItsProjectAndElseInAllWithThePipeline() {
        results.took(DETECT, 3);
        results.inPipeline.put("tracking/detect", List.of(Duration.ofMinutes(8)));

        assertThat(times.of(List.of(DETECT, ELSEWHERE)))
                .containsEntry(DETECT, Duration.ofMinutes(3))
                .containsEntry(ELSEWHERE, Duration.ofMinutes(8));
    }

    @Test
    void askForThoseThatAreNotKnownTogetherAndOnceAMinute() {
        results.took(DETECT, 3);
        times.of(List.of(DETECT, ELSEWHERE, DETECT));
        results.took(DETECT, 7);
        now = START.plusSeconds(59);

        assertThat(times.of(DETECT)).hasValue(Duration.ofMinutes(3));
        assertThat(results.asked).containsExactlyInAnyOrder("2 together", "project", "pipeline");

        now = START.plusSeconds(60);
        assertThat(times.of(DETECT)).hasValue(Duration.ofMinutes(7));
    }

    @Test
    void askAnewWhereTheClockWasSetBack() {
        results.took(DETECT, 3);
        times.of(DETECT);
        results.took(DETECT, 7);
        now = START.minus(Duration.ofDays(1));

        assertThat(times.of(DETECT)).hasValue(Duration.ofMinutes(7));
    }

    @Test
    void knowNothingOfAStageThatNeverSucceeded() {
        assertThat(times.of(DETECT)).isEmpty();
        assertThat(times.of(List.of(DETECT, ELSEWHERE))).isEmpty();
    }

    @Test
    void knowAStageAsSoonAsItHasSucceededForTheFirstTime() {
        times.of(List.of(DETECT, ELSEWHERE));
        results.took(DETECT, 3);

        committed(() -> times.succeeded(List.of(DETECT)));

        assertThat(times.of(DETECT)).hasValue(Duration.ofMinutes(3));
    }

    @Test
    void keepThatNothingIsKnownOfAStageWhereAnotherSucceedsWhileTheyAsk() {
        Stage render = new Stage(Ids.next(), "rendering", "render");
        results.beforeAnswer = () -> committed(() -> times.succeeded(List.of(render)));
        times.of(DETECT);
        times.of(DETECT);

        assertThat(results.asked).containsExactlyInAnyOrder("1 together", "pipeline");
    }

    @Test
    void keepWhatTheyFoundThoughAStageSucceedsWhileTheyAsk() {
        results.took(DETECT, 3);
        results.beforeAnswer = () -> committed(() -> times.succeeded(List.of(DETECT)));
        times.of(DETECT);
        times.of(DETECT);

        assertThat(results.asked).containsExactlyInAnyOrder("1 together", "project");
    }

    @Test
    void keepNotThatNothingIsKnownWhereAStageSucceedsWhileTheyAsk() {
        results.beforeAnswer = () -> committed(() -> times.succeeded(List.of(DETECT)));
        assertThat(times.of(DETECT)).isEmpty();
        results.beforeAnswer = () -> {};
        results.took(DETECT, 3);

        assertThat(times.of(DETECT)).hasValue(Duration.ofMinutes(3));
    }

    @Test
    void keepStagesApart() {
        Stage render = new Stage(DETECT.projectId(), "tracking", "render");
        results.took(DETECT, 3);
        results.took(render, 120);

        assertThat(times.of(DETECT)).hasValue(Duration.ofMinutes(3));
        assertThat(times.of(render)).hasValue(Duration.ofHours(2));
    }

    private static void committed(Runnable work) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            work.run();
            TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    private static final class Results implements StageTimes {
        private final Map<Stage, List<Duration>> inProject = new HashMap<>();
        private final Map<String, List<Duration>> inPipeline = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private Runnable beforeAnswer = () -> {};

        private void took(Stage stage, long... minutes) {
            inProject.put(
                    stage, LongStream.of(minutes).mapToObj(Duration::ofMinutes).toList());
        }

        @Override
        public Set<Stage> known(Collection<Stage> stages) {
            asked.add(stages.size() + " together");
            beforeAnswer.run();
            return stages.stream().filter(inProject::containsKey).collect(Collectors.toSet());
        }

        @Override
        public List<Duration> inProject(Stage stage) {
            asked.add("project");
            return inProject.getOrDefault(stage, List.of());
        }

        @Override
        public List<Duration> inPipeline(String pipelineKey, String stageId) {
            asked.add("pipeline");
            beforeAnswer.run();
            return inPipeline.getOrDefault(pipelineKey + "/" + stageId, List.of());
        }
    }
}
