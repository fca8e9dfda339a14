package dev.winslow.engine.http;

import static dev.winslow.engine.http.WorkingNode.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.Everyone;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogMatches;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.pipeline.PatternTrial;
import dev.winslow.api.pipeline.PatternTrial.Tried;
import dev.winslow.api.pipeline.StagePatterns;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.LogReceipt;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.log.ForeignServer;
import dev.winslow.engine.log.LogService;
import dev.winslow.engine.stage.RecentAttempts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Logs of attempts. */
interface LogsContract {
    ServerOnADatabase server();

    @Test
    default void takesEachLineOnceAndInOrder() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();

            assertThat(next(node.log(assignment, line(0, "a"), line(1, "b")))).isEqualTo(2);
            assertThat(next(node.log(assignment, line(1, "b"), line(2, "c")))).isEqualTo(3);
            assertThat(next(node.log(assignment, line(5, "f")))).isEqualTo(3);
            assertThat(page(scene, assignment).lines())
                    .extracting(LogLine::text)
                    .containsExactly("a", "b", "c");
        }
    }

    @Test
    default void takesNothingBehindAGapWithinABatch() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();

            assertThat(next(node.log(assignment, line(0, "a"), line(2, "c"), line(1, "b"))))
                    .isEqualTo(1);
            assertThat(page(scene, assignment).lines())
                    .extracting(LogLine::text)
                    .containsExactly("a");
        }
    }

    @Test
    default void beginsTheLogOnceForManyWhoWriteAtOnce() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            LogService logs = server().context().getBean(LogService.class);

            Together.run(8, writer -> logs.system(assignment.attemptId(), "line of " + writer));

            assertThat(page(scene, assignment).lines()).hasSize(8);
        }
    }

    @Test
    default void takesNoLineAfterTheEnd() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            node.log(assignment, line(0, "a"));
            node.succeed(assignment);

            assertThat(next(node.log(assignment, line(1, "late")))).isEqualTo(2);
            assertThat(page(scene, assignment).ended()).isTrue();
            assertThat(page(scene, assignment).lines())
                    .extracting(LogLine::text)
                    .containsExactly("a", "Succeeded; 0 files are kept.");
        }
    }

    @Test
    default void endsTheLogOfAFailedAttemptWithWhatFollows() {
        try (Scene scene = new Scene(server()).deployRetrying(1)) {
            WorkingNode node = scene.node();
            scene.start(scene.project());

            Assignment first = node.await();
            node.fail(first, "It broke.");
            Assignment second = node.await();
            node.fail(second, "It broke again.");

            assertThat(page(scene, first).lines().getLast().text()).isEqualTo("It broke. It is tried again in 100 ms.");
            assertThat(page(scene, second).lines().getLast().text())
                    .isEqualTo("It broke again. A person decides how the run goes on.");
        }
    }

    @Test
    default void endsTheLogOfACancelledRun() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();

            scene.caller.post(Paths.RUNS + "/" + run + "/cancel");

            assertThat(page(scene, assignment).ended()).isTrue();
            assertThat(page(scene, assignment).lines().getLast().text()).contains("cancelled by a person");
        }
    }

    @Test
    default void givesTheLogAsPlainText() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            LogLine[] lines = new LogLine[2500];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = line(i, "Zeile ü " + i);
            }
            node.log(assignment, lines);
            String log = Paths.ATTEMPTS + "/" + assignment.attemptId() + "/log";

            Answer byAccept = scene.caller.get(log, "text/plain");
            Answer byName = scene.caller.get(log + ".txt");

            assertThat(byAccept.status()).isEqualTo(200);
            assertThat(byAccept.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
            assertThat(byAccept.body().lines())
                    .hasSize(2500)
                    .startsWith("2026-01-02T03:04:05Z OUT Zeile ü 0")
                    .endsWith("2026-01-02T03:04:05Z OUT Zeile ü 2499");
            assertThat(byName.body()).isEqualTo(byAccept.body());
            assertThat(byName.header("Content-Disposition")).contains("attachment");
            assertThat(scene.caller.get(log).header("Content-Type")).startsWith("application/json");
        }
    }

    @Test
    default void sendsLinesToEveryReaderAsTheyComeAndThenTheEnd() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            node.log(assignment, line(0, "a"), line(1, "b"));

            try (LiveLog early = LiveLog.open(scene.caller, assignment, "?from=0");
                    LiveLog late = LiveLog.open(scene.caller, assignment, "?from=-1")) {
                assertThat(early.lines(2)).containsExactly("a", "b");
                assertThat(late.lines(1)).containsExactly("b");

                node.log(assignment, line(2, "c"));
                assertThat(early.lines(1)).containsExactly("c");
                assertThat(late.lines(1)).containsExactly("c");

                node.succeed(assignment);
                assertThat(early.rest()).containsExactly("Succeeded; 0 files are kept.", "(end)");
                assertThat(late.rest()).containsExactly("Succeeded; 0 files are kept.", "(end)");
            }
        }
    }

    @Test
    default void goesOnWhereAReaderLeftOff() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            node.log(assignment, line(0, "a"), line(1, "b"), line(2, "c"));
            node.succeed(assignment);

            try (LiveLog again = LiveLog.open(scene.caller, assignment, "?from=0", "Last-Event-ID", "2")) {
                assertThat(again.rest()).containsExactly("c", "Succeeded; 0 files are kept.", "(end)");
            }
        }
    }

    @Test
    default void sendsLinesThatAnotherServerOnTheDatabaseTook() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();

            try (LiveLog live = LiveLog.open(scene.caller, assignment, "")) {
                ForeignServer.takeLine(server().context(), assignment.attemptId(), 0, "from elsewhere");

                assertThat(live.lines(1)).containsExactly("from elsewhere");
            }
        }
    }

    @Test
    default void findsLinesByAPatternPageByPage() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            node.log(assignment, line(0, "frame 1"), line(1, "Error 7"), line(2, "frame 2"), line(3, "error 8"));
            node.succeed(assignment);

            LogMatches first = search(scene, assignment, "?pattern=(%3Fi)error+%5Cd&limit=1");
            LogMatches second = search(scene, assignment, "?pattern=(%3Fi)error+%5Cd&from=" + first.next());
            LogMatches system = search(scene, assignment, "?stream=SYSTEM");

            assertThat(first.lines()).extracting(LogLine::number).containsExactly(1L);
            assertThat(second.lines()).extracting(LogLine::text).containsExactly("error 8");
            assertThat(second.next()).isEqualTo(5).isEqualTo(second.total());
            assertThat(second.ended()).isTrue();
            assertThat(system.lines()).extracting(LogLine::text).containsExactly("Succeeded; 0 files are kept.");
        }
    }

    @Test
    default void saysWhatIsWrongWithAPattern() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            String search = Paths.ATTEMPTS + "/" + assignment.attemptId() + "/log/search?pattern=";

            assertThat(scene.caller.get(search + "(open").status()).isEqualTo(422);
            assertThat(scene.caller.get(search + "(open").body()).contains("'(open' cannot be read", "RE2");
            assertThat(scene.caller
                            .get(search + "((a%7B1000%7D)%7B1000%7D)%7B1000%7D")
                            .body())
                    .contains("too large");
            assertThat(scene.caller.get(search + "a&stream=NONE").status()).isEqualTo(400);
        }
    }

    @Test
    default void keepsWhatNoDatabaseWouldTakeAsSigns() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();

            node.log(assignment, line(0, "a\0b"), line(1, "x".repeat(100_000)));

            assertThat(page(scene, assignment).lines())
                    .extracting(LogLine::text)
                    .satisfiesExactly(
                            text -> assertThat(text).isEqualTo("a\u2400b"),
                            text -> assertThat(text).contains("[cut: "));
        }
    }

    @Test
    default void keepsTheTimesOfLinesAndRefusesWhatIsNone() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            Instant noon = Instant.parse("2026-01-02T12:00:00Z");

            node.log(
                    assignment,
                    new LogLine(0, noon, LogStream.OUT, "a"),
                    new LogLine(1, noon, LogStream.ERR, "b"),
                    new LogLine(2, noon.plusMillis(5), LogStream.OUT, "c"));
            Answer refused = node.caller()
                    .postJson(WorkingNode.of(Paths.ATTEMPT_LOG, assignment), """
                    {"leaseToken": "%s", "lines": [{"number": 3, "time": "noon", "stream": "OUT", "text": "d"}]}
                    """.formatted(assignment.leaseToken()));

            assertThat(page(scene, assignment).lines())
                    .extracting(LogLine::time)
                    .containsExactly(noon, noon, noon.plusMillis(5));
            assertThat(refused.status()).isEqualTo(400);
        }
    }

    @Test
    default void readsLinesThatCameOneByOne() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            LogService logs = server().context().getBean(LogService.class);

            for (int i = 0; i < 1100; i++) {
                logs.append(assignment.attemptId(), List.of(line(i, "line " + i)));
            }

            assertThat(page(scene, assignment, 0, 1000).lines()).hasSize(1000);
            assertThat(page(scene, assignment, 510, 4).lines())
                    .extracting(LogLine::text)
                    .containsExactly("line 510", "line 511", "line 512", "line 513");
            assertThat(page(scene, assignment, -1, 4).lines())
                    .extracting(LogLine::text)
                    .containsExactly("line 1099");
        }
    }

    @Test
    default void knowsNoLogOfAnUnknownAttempt() {
        String log = Paths.ATTEMPTS + "/" + UUID.randomUUID() + "/log";

        assertThat(server().caller().get(log).status()).isEqualTo(404);
        assertThat(server().caller().get(log + ".txt").status()).isEqualTo(404);
        assertThat(server().caller().get(log + "/stream").status()).isEqualTo(404);
    }

    private static long next(Answer answer) {
        return answer.as(LogReceipt.class).next();
    }

    @Test
    default void triesPatternsOnALog() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            LogLine[] lines = new LogLine[2500];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = line(i, i % 5 == 0 ? "frames: " + i / 25 + " %" : "nothing");
            }
            node.log(assignment, lines);
            node.succeed(assignment);

            PatternTrial trial = scene.caller
                    .post(
                            Paths.ATTEMPT_PATTERNS.replace(
                                    "{id}", assignment.attemptId().toString()),
                            new StagePatterns(
                                    List.of("(?<subject>[a-z]+): (?<percent>\\d+) ?%"), List.of("(open"), List.of(".")))
                    .as(PatternTrial.class);

            assertThat(trial.patterns()).extracting(Tried::lines).containsExactly(500L, 0L, 2500L);
            assertThat(trial.patterns().get(1).fault().orElseThrow()).contains("(open", "RE2");
            assertThat(trial)
                    .extracting(PatternTrial::found, PatternTrial::looked)
                    .containsExactly(2500L, trial.all());
            assertThat(trial.lines().get(5).progress()).contains(new Progress("frames", 0));
        }
    }

    @Test
    default void offersLogsOfTheSameStageFirstAndOnlyThoseThatOneMaySee() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            UUID attempt = node.await().attemptId();
            RecentAttempts recent = server().context().getBean(RecentAttempts.class);
            Viewer stranger = new People(server()).user().viewer();

            List<RecentAttempts.Recent> ofStage = recent.of(scene.key, "detect", stranger);
            List<RecentAttempts.Recent> ofOther = recent.of("other", "detect", stranger);
            scene.caller.patchJson(
                    Paths.PROJECT_ACCESS.replace("{id}", project.id().toString()),
                    Answer.JSON.writeValueAsString(ChangeAccess.everyone(Everyone.NOTHING)));

            assertThat(ofStage.getFirst())
                    .extracting(RecentAttempts.Recent::id, RecentAttempts.Recent::nearness)
                    .containsExactly(attempt, RecentAttempts.Nearness.SAME_STAGE);
            assertThat(ofOther)
                    .extracting(RecentAttempts.Recent::nearness)
                    .containsOnly(RecentAttempts.Nearness.ELSEWHERE);
            assertThat(recent.of(scene.key, "detect", stranger))
                    .extracting(RecentAttempts.Recent::id)
                    .doesNotContain(attempt);
            assertThat(recent.of(scene.key, "detect", Viewer.SYSTEM))
                    .extracting(RecentAttempts.Recent::id)
                    .contains(attempt);
        }
    }

    private static LogMatches search(Scene scene, Assignment assignment, String query) {
        return scene.caller
                .get(Paths.ATTEMPTS + "/" + assignment.attemptId() + "/log/search" + query)
                .as(LogMatches.class);
    }

    private static LogPage page(Scene scene, Assignment assignment, long from, int count) {
        return scene.caller
                .get(Paths.ATTEMPTS + "/" + assignment.attemptId() + "/log?from=" + from + "&count=" + count)
                .as(LogPage.class);
    }

    private static LogPage page(Scene scene, Assignment assignment) {
        return scene.caller
                .get(Paths.ATTEMPTS + "/" + assignment.attemptId() + "/log")
                .as(LogPage.class);
    }
}
